/// Seeded attacks on the verifier, and honest changes of form that it has to bear.
///
/// Start at [AttackCampaignTest]. Whether a changed document is still approved text is decided by
/// [StringOracle], which
/// shares no code with the verifier: it fills templates, reads simple Markdown and compares strings on its own.
@NullMarked
package org.proviso.verification.attack;

import org.jspecify.annotations.NullMarked;
