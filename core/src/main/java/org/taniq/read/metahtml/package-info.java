/// Pages of Meta's *Download your information*, made to be looked at: conversations of Facebook, Messenger and
/// Instagram, posts and comments. [MetaHtml] is the front door. The names of classes in them are data
/// (`read/metahtml/layouts.yaml`), and so are those of months (`read/metahtml/times.yaml`) and of values that a camera
/// or
/// the platform noted (`read/metahtml/noted.yaml`).
@NullMarked
package org.taniq.read.metahtml;

import org.jspecify.annotations.NullMarked;
