/// PNG (ISO/IEC 15948) read strictly and written plainly, without colour conversion: what the JDK's own
/// reader does not promise. [Png] is the front door.
@NullMarked
package org.taniq.base.png;

import org.jspecify.annotations.NullMarked;
