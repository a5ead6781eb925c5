package org.proviso.json;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.RootSignature;
import org.proviso.library.LibrarySnapshot;

/// A library's root and the signature beside it.
///
/// @param clauses how many clause versions there are
/// @param signature null if there is none
public record RootView(String root, int clauses, @Nullable SignatureOnRoot signature) {

    /// @param current whether it is on this root
    @Schema(name = "RootSignature", description = "What library.sig says; only who knows the owner's key can check it.")
    public record SignatureOnRoot(
            @Schema(description = "The key that it says to be signed by.")
            String keyid,

            LocalDate signedOn,

            @Schema(description = "Whether it is on the library's root of today.")
            boolean current) {}

    public static RootView of(LibrarySnapshot library, @Nullable RootSignature signature) {
        return new RootView(
                library.root().hex(),
                library.clauses().size(),
                signature == null
                        ? null
                        : new SignatureOnRoot(
                                signature.keyid(),
                                signature.signedOn(),
                                signature.root().equals(library.root())));
    }
}
