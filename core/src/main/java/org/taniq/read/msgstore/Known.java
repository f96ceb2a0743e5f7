package org.taniq.read.msgstore;

import org.taniq.read.record.Input;

/// What a row is understood by.
///
/// @param directory who is who
/// @param beside the files that lie beside the database
/// @param answered what is known of messages that are answered
/// @param votes who voted for what
record Known(Directory directory, Input.Beside beside, Answered answered, Votes votes) {}
