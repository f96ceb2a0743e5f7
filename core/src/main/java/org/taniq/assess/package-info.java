/// What a text is and how sure: labels with their reasons. A machine's finding is a suggestion that orders
/// the reading; a person decides.
///
/// An [org.taniq.assess.Assessor] takes a text and gives an [org.taniq.assess.Assessment]: the language it
/// seems to be in and the [org.taniq.assess.Finding]s, each with the place in the original text.
/// [org.taniq.assess.RulePack] is the one that reads rules written by people,
/// `rules/<language>/<label>.yaml`; docs/assessment.md says how to write one. Everything here is pure: no
/// clock, network or disk, only resources of the program itself.
@NullMarked
package org.taniq.assess;

import org.jspecify.annotations.NullMarked;
