/// JSON (RFC 8259) of any size, read as evidence: [JsonWalk] goes through it value by value and knows where
/// each stands, and [Rewind] back over it where it is damaged. What is sealed is [org.taniq.base.Json], which is
/// stricter.
@NullMarked
package org.taniq.base.json;

import org.jspecify.annotations.NullMarked;
