/// Exports of Telegram Desktop. [TelegramJson] reads `result.json`.
@NullMarked
package org.taniq.read.telegram;

import org.jspecify.annotations.NullMarked;
