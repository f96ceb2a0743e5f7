/// Time-stamps of authorities (RFC 3161), and whether their certificates were revoked (RFC 5280, RFC 6960): asked
/// for, and judged by the time that they state. Knows no vault, log or dossier.
@NullMarked
package org.taniq.seal.stamp;

import org.jspecify.annotations.NullMarked;
