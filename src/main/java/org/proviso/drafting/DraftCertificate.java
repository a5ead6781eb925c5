package org.proviso.drafting;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.proviso.certificate.Certifier;
import org.proviso.certificate.Envelope;
import org.proviso.document.MarkdownReader;
import org.proviso.verification.VerificationRequest;

/// The last step of drafting: the certificate of a complete draft, whose file is its Markdown in UTF-8.
public final class DraftCertificate {

    private DraftCertificate() {}

    /// @param request what was drafted
    /// @throws IllegalArgumentException if the draft is not complete
    public static Envelope of(Certifier certifier, DraftRequest request, Draft draft) {
        String markdown = draft.document().markdown();
        return certifier.certify(
                new VerificationRequest(
                        MarkdownReader.read(markdown),
                        draft.asOf(),
                        Map.of(),
                        request.contractType(),
                        draft.jurisdiction()),
                draft.verification(),
                markdown.getBytes(StandardCharsets.UTF_8));
    }
}
