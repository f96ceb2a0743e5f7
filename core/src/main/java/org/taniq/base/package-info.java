/// What the JDK lacks. It knows no person, platform, case or law. Its rooms, such as `base.age` and
/// `base.png`, use it, and it uses none of them.
@NullMarked
package org.taniq.base;

import org.jspecify.annotations.NullMarked;
