/// Asks another computer, once, for one answer, and only when told to. Nothing is followed, remembered or
/// sent beside what is handed in: no redirects, no cookies, no system proxy.
@NullMarked
package org.taniq.base.net;

import org.jspecify.annotations.NullMarked;
