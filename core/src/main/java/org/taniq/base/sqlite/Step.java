package org.taniq.base.sqlite;

/// What comes next on the way through a tree.
sealed interface Step permits Cell, Damage {}
