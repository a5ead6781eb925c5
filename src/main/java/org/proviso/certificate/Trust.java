package org.proviso.certificate;

import org.jspecify.annotations.Nullable;
import org.proviso.library.Root;

/// What the reader of a certificate trusts, and learned otherwise than from the certificate.
///
/// @param root the root of a library, or null
/// @param owner the key by which the owner of a library signs its root, or null
/// @param signer the key that has to have signed the certificate, or null for any
public record Trust(
        @Nullable Root root,
        @Nullable VerifyingKey owner,
        @Nullable VerifyingKey signer) {

    public static final Trust NONE = new Trust(null, null, null);
}
