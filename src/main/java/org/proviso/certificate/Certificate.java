package org.proviso.certificate;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.proviso.clause.Slot;
import org.proviso.library.Root;

/// A certificate that the key it names has signed. What it says of a document is proven only by a
/// [CertificateCheck].
public final class Certificate {

    private final Envelope envelope;
    private final Statement statement;
    private final SortedMap<String, String> values = new TreeMap<>();

    private Certificate(Envelope envelope) {
        this.envelope = envelope;
        this.statement = Statement.read(envelope.statement("the certificate"));
        if (!envelope.isSignedBy(statement.signer())) {
            throw new IllegalArgumentException("The certificate is not signed by the key that it names, "
                    + statement.signer().keyid() + ": it was changed, or never signed.");
        }
        for (CertifiedSpan span : statement.spans()) {
            span.slots().forEach(this::addValue);
        }
    }

    private void addValue(String name, String value) {
        String other = Slot.referenced(name) != null ? null : values.putIfAbsent(name, value);
        if (other != null && !other.equals(value)) {
            throw new IllegalArgumentException("The certificate gives two values of " + name + ".");
        }
    }

    /// Reads a certificate's file.
    ///
    /// @throws IllegalArgumentException saying why it is none
    public static Certificate read(byte[] json) {
        return new Certificate(Envelope.read(json, "the certificate"));
    }

    /// The certificate that a JSON object is.
    ///
    /// @throws IllegalArgumentException saying why it is none
    public static Certificate of(Map<String, Object> json) {
        return new Certificate(Envelope.of("the certificate", json));
    }

    public Envelope envelope() {
        return envelope;
    }

    Statement statement() {
        return statement;
    }

    public VerifyingKey signer() {
        return statement.signer();
    }

    public Root root() {
        return statement.root();
    }

    public LocalDate asOf() {
        return statement.asOf();
    }

    /// The written values of its document, by slot name; of rows, the count and every cell.
    public SortedMap<String, String> values() {
        return Collections.unmodifiableSortedMap(values);
    }
}
