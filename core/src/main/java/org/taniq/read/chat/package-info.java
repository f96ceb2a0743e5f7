/// Text exports of WhatsApp: [WhatsAppText] reads them.
@NullMarked
package org.taniq.read.chat;

import org.jspecify.annotations.NullMarked;
