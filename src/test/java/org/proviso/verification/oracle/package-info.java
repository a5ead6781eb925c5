/// A second, naive implementation of the rule in `canonical-text.md`, and seeded generators that look for a
/// library and
/// a document on which it and the verifier disagree.
///
/// Start at [NaiveVerifier]. It shares with the verifier what a token, a block, a form and a slot's grammar is,
/// and
/// nothing of how clauses are found.
@NullMarked
package org.proviso.verification.oracle;

import org.jspecify.annotations.NullMarked;
