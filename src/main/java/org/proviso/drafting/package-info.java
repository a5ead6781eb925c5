/// The chain from a request to a verified contract: plan, select, fill, assemble, verify.
///
/// Start with [DraftingChain]. Each step works on immutable values and leaves a [TraceStep]. The last one is the
/// verification that a stranger's document gets; a draft that does not pass it is never returned.
@NullMarked
package org.proviso.drafting;

import org.jspecify.annotations.NullMarked;
