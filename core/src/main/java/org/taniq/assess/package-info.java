/// What a record is, and how sure: labels with their reasons.
@NullMarked
package org.taniq.assess;

import org.jspecify.annotations.NullMarked;
