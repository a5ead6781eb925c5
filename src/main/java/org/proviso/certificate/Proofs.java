package org.proviso.certificate;

import java.util.List;
import java.util.function.Consumer;
import org.proviso.library.LibraryTrees.Head;
import org.proviso.library.LibraryTrees.Proof;

/// Whether everything that a certificate shows of a library is in the trees that make its root.
final class Proofs {

    private final Consumer<String> findings;

    private Proofs(Consumer<String> findings) {
        this.findings = findings;
    }

    /// @param findings takes a sentence for everything that is not proven
    static void check(Statement statement, Consumer<String> findings) {
        Proofs proofs = new Proofs(findings);
        if (!statement.rootOfTrees().equals(statement.root())) {
            findings.accept("The four trees of the certificate make the root " + statement.rootOfTrees() + ", not "
                    + statement.root() + ".");
        }
        if (statement.wordings().size() != statement.lifecycles().size()) {
            findings.accept("The certificate has " + statement.wordings().size() + " wordings, but "
                    + statement.lifecycles().size() + " lifecycles.");
        }
        proofs.check("The leaf of the settings", statement.settings(), statement.frames());
        List<Proof> headings = statement.headings();
        for (int i = 0; i < headings.size(); i++) {
            proofs.check("The leaf of heading " + (i + 1), headings.get(i), statement.frames());
            if (i > 0 && headings.get(i - 1).index() >= headings.get(i).index()) {
                findings.accept("The headings of the certificate do not stand in the order of their tree, each once.");
            }
        }
        for (CertifiedSpan span : statement.spans()) {
            proofs.check("The wording of " + span.clause(), span.wording(), statement.wordings());
            proofs.check("The lifecycle of " + span.clause(), span.lifecycle(), statement.lifecycles());
        }
        if (statement.spans().isEmpty()) {
            findings.accept("The certificate names no clause.");
        }
    }

    private void check(String what, Proof proof, Head tree) {
        if (!proof.isIn(tree)) {
            findings.accept(what + " is not proven to be in its tree: it is changed, or of another library.");
        }
    }
}
