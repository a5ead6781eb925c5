package org.proviso.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proviso.library.Root;

/// What came of checking a certificate.
///
/// @param holds whether the document is approved text of the trusted library
/// @param findings why it does not hold, a sentence each; empty if it does
/// @param notices what the reader should know anyway
/// @param root the library's, as stated; null, as everything behind `file`, if the certificate cannot be read
/// @param library its id, proven if the certificate holds
/// @param file whether the document is the certified one
/// @param keyid of the key that signed the certificate
/// @param scope as the signer states it
public record CheckResult(
        boolean holds,
        List<String> findings,
        List<String> notices,
        @Nullable Root root,
        @Nullable String library,
        RootTrust rootTrust,
        FileMatch file,
        @Nullable String keyid,
        @Nullable LocalDate asOf,
        @Nullable Scope scope,
        @Nullable String contractType) {

    /// Why the root is trusted.
    public enum RootTrust {
        /// It is the one that was named.
        PINNED,
        /// The named owner of the library signed it.
        SIGNED,
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How a document is the certified one.
    public enum FileMatch {
        /// Byte by byte.
        SAME,
        /// Another file with the same canonical text.
        OTHER_FILE_SAME_TOKENS,
        OTHER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public CheckResult {
        findings = List.copyOf(findings);
        notices = List.copyOf(notices);
        if (holds != findings.isEmpty()) {
            throw new IllegalArgumentException("a certificate holds if, and only if, nothing was found against it");
        }
    }

    /// The result for what is no certificate.
    static CheckResult unreadable(String finding) {
        return new CheckResult(
                false,
                List.of(finding),
                List.of(),
                null,
                null,
                RootTrust.NONE,
                FileMatch.OTHER,
                null,
                null,
                null,
                null);
    }
}
