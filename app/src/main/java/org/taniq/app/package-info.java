/// The doors. It decides nothing about content.
@NullMarked
package org.taniq.app;

import org.jspecify.annotations.NullMarked;
