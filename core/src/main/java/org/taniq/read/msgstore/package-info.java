/// WhatsApp's database on Android, `msgstore.db`, of every year. [WhatsAppMsgstore] is its parser; [Store] says which
/// tables are read, [InStep] brings together what they hold of one message.
@NullMarked
package org.taniq.read.msgstore;

import org.jspecify.annotations.NullMarked;
