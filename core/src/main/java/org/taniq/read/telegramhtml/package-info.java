/// Exports of Telegram Desktop as pages to look at: `messages.html`, `messages2.html` and so on. The form is that of
/// `Telegram/SourceFiles/export/output/export_output_html.cpp` of Telegram Desktop.
@NullMarked
package org.taniq.read.telegramhtml;

import org.jspecify.annotations.NullMarked;
