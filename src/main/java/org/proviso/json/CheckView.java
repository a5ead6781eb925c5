package org.proviso.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.CheckResult;
import org.proviso.verification.Verification;

/// What came of checking a certificate, as the interface gives it.
@Schema(name = "CertificateCheck")
public record CheckView(
        @Schema(description = "Whether the document is approved text of the trusted library.")
        boolean holds,

        @Schema(description = "Why it does not hold; empty if it does.")
        List<String> findings,

        @Schema(description = "What the reader should know anyway.")
        List<String> notices,

        @Schema(
                description = "How the document is the certified one: byte by byte, as another file with the same text,"
                        + " or not at all.",
                enumeration = {"same", "other-file-same-tokens", "other"})
        String file,

        @Schema(
                description = "Why the root is trusted: it was named, its named owner signed it, or it is not.",
                enumeration = {"pinned", "signed", "none"})
        String rootTrust,

        @Schema(description = "The library's root; absent, as what follows, if the certificate cannot be read.")
        @Nullable
        String root,

        @Schema(description = "The library's id; proven if the certificate holds.") @Nullable
        String library,

        @Schema(description = "The key that signed the certificate.") @Nullable
        String keyid,

        @Nullable LocalDate asOf,

        @Schema(
                description = "As the signer states it.",
                enumeration = {"clauses", "contract"})
        @Nullable
        String scope,

        @Nullable String contractType,

        @Schema(description = "What a verdict is not.") String limits) {

    public static CheckView of(CheckResult result) {
        return new CheckView(
                result.holds(),
                result.findings(),
                result.notices(),
                result.file().toString(),
                result.rootTrust().toString(),
                result.root() == null ? null : result.root().hex(),
                result.library(),
                result.keyid(),
                result.asOf(),
                Objects.toString(result.scope(), null),
                result.contractType(),
                Verification.LIMITS);
    }
}
