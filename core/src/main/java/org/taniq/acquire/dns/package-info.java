/// The name service, in which domains publish the keys by which they sign mail. [org.taniq.acquire.dns.NameService] is
/// the front door.
@NullMarked
package org.taniq.acquire.dns;

import org.jspecify.annotations.NullMarked;
