/// Clauses out of what a team already has, all or nothing, and back: JSON lines, tables of clause banks,
/// standard terms in Markdown.
///
/// Start with [LibraryImport] and [LibraryExport]. A source makes [Incoming] clauses and says what it could not
/// take along; everything behind it is the same for all of them. How a clause is checked and written is the
/// library's own.
@NullMarked
package org.proviso.migration;

import org.jspecify.annotations.NullMarked;
