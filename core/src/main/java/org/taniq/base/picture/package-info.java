/// What pictures are made of besides their pixels: the parts of PNG, JPEG, GIF, RIFF and ISO files, and the tables of
/// Exif. Nothing is decoded, and every length that a file states ends where the file does.
@NullMarked
package org.taniq.base.picture;

import org.jspecify.annotations.NullMarked;
