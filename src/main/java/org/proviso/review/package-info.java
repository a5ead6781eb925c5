/// What a reviewer of a clause library should know before a change is merged: what is wrong with it
/// ([org.proviso.review.Lint]) and what changed ([org.proviso.review.LibraryDiff]).
///
/// It reads libraries and decides nothing; findings are data, with a rule, a place and a remedy.
@NullMarked
package org.proviso.review;

import org.jspecify.annotations.NullMarked;
