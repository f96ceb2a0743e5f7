/// Sound and film: what they say of themselves, told by ffprobe, a program of somebody else that is run beside this
/// one. [org.taniq.read.recording.Recording] is the front door.
@NullMarked
package org.taniq.read.recording;

import org.jspecify.annotations.NullMarked;
