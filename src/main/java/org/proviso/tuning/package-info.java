/// Learning from judged queries what brings questions nearer to the clauses that answer them.
///
/// Start with [Tuning], which trains on judged queries, measures on others whether it was worth it, and with
/// [ProjectionFile], which keeps what was learned: by [ProjectionTraining] for vectors, by [LateTuning] for
/// tokens. Nothing here is needed to search with it.
@NullMarked
package org.proviso.tuning;

import org.jspecify.annotations.NullMarked;
