/// What the JDK lacks. It knows no person, platform, case or law. Its rooms `base.age` and `base.png` use
/// it, and it uses neither.
@NullMarked
package org.taniq.base;

import org.jspecify.annotations.NullMarked;
