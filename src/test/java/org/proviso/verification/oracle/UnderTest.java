package org.proviso.verification.oracle;

import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

/// Asks the verifier the same question.
final class UnderTest {

    private UnderTest() {}

    static Answer answer(Question question) {
        CanonicalDocument document = MarkdownReader.read(question.text());
        VerificationRequest request =
                new VerificationRequest(document, question.asOf(), question.values(), question.contractType(), null);
        return Answer.of(new Verifier(question.library()).verify(request), document);
    }
}
