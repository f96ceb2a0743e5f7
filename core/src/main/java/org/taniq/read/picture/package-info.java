/// Pictures: what is written in them beside what they show. Nothing is decoded.
@NullMarked
package org.taniq.read.picture;

import org.jspecify.annotations.NullMarked;
