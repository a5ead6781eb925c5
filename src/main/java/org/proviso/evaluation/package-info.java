/// Measures Proviso on data sets, for its makers and its users: how often the verifier is wrong and how well it
/// explains itself, and how well the retriever ranks.
///
/// Start with [VerificationEvaluation], whose data [EditPairs] reads, and with [RetrievalRun] and
/// [RetrievalScores], whose data [RetrievalFolder] reads. Where a measure needs a second opinion, it is
/// computed here in a naive way of its own ([NaiveLibrary]), so that a fault of the measured code cannot hide
/// itself.
@NullMarked
package org.proviso.evaluation;

import org.jspecify.annotations.NullMarked;
