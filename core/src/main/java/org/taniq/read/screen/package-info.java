/// Screenshots: the words that a picture shows, read by a program for text recognition, and put together again as the
/// screen showed them: bubbles of a chat, lines of a page. [Screenshot] is the front door, [Tesseract] what reads
/// the words.
@NullMarked
package org.taniq.read.screen;

import org.jspecify.annotations.NullMarked;
