/// What the JDK lacks. It knows no person, platform, case or law.
@NullMarked
package org.taniq.base;

import org.jspecify.annotations.NullMarked;
