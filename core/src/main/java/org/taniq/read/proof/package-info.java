/// What others made to prove that a file is old and unchanged: proofs of OpenTimestamps, time-stamps of authorities
/// (RFC 3161), bundles of ProofMode. Each is judged from what is there, nobody is asked, and what it does not prove is
/// said. [OpenTimestampsFile], [TimeStampFile] and [ProofModeFile] are the front doors.
@NullMarked
package org.taniq.read.proof;

import org.jspecify.annotations.NullMarked;
