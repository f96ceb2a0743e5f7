/// The command line: one class for each command. What a command does stands in the stages; here it is asked
/// for and answered in words.
@NullMarked
package org.taniq.app.cli;

import org.jspecify.annotations.NullMarked;
