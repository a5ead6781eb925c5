/// Which characters of a document are approved text, which are not and why.
///
/// Start with [Verifier]. [ClauseCover] decides, by exact comparison of canonical tokens, and is part of the trusted
/// base; [Explainer] only explains what the cover refused, and can never make the verdict milder.
@NullMarked
package org.proviso.verification;

import org.jspecify.annotations.NullMarked;
