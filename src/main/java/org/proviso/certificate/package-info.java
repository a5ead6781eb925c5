/// Certificates: signed, offline-checkable proofs that a document is covered by a library, and the owner's
/// signature on a library's root.
///
/// Start with [Certifier], which makes them, and [CertificateCheck], which believes nothing of them but what it
/// can prove. Keys are Ed25519, by the JDK; envelopes are DSSE; statements are in-toto's.
/// `src/docs/certificates.md` has the format.
@NullMarked
package org.proviso.certificate;

import org.jspecify.annotations.NullMarked;
