/// The clause library: a folder of clauses and recipes in, a validated, immutable [LibrarySnapshot] out, or every
/// [LibraryProblem] that stands in the way, with file and line.
///
/// Start with [LibraryLoader]. The snapshot's [Root] names its whole content.
@NullMarked
package org.proviso.library;

import org.jspecify.annotations.NullMarked;
