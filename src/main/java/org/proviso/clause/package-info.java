/// What a clause is: ids and versions, text with typed slots, slot values and their grammar, positions,
/// jurisdictions. Values only; nothing here reads a file or knows a library.
///
/// Start with [ClauseVersion]; [ClauseText] is its text and [SlotFormat] the one table of what each slot type
/// prints and parses. This package is part of the trusted base and uses nothing but the JDK.
@NullMarked
package org.proviso.clause;

import org.jspecify.annotations.NullMarked;
