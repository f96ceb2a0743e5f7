/// Public posts, comments and chats beside videos, as their owners or others save them: a parser for each format,
/// [TakeoutTable] first.
@NullMarked
package org.taniq.read.post;

import org.jspecify.annotations.NullMarked;
