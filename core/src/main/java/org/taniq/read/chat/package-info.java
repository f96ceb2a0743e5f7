/// Text exports of WhatsApp: [WhatsAppText] reads them, [Overlap] says what two exports of one chat share.
@NullMarked
package org.taniq.read.chat;

import org.jspecify.annotations.NullMarked;
