package org.proviso.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.ShownHeadings.Start;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotValue;
import org.proviso.document.Block;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LibraryTrees;
import org.proviso.verification.Span;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;

/// Makes certificates for documents that one library verifies; safe for use by many threads. The same
/// verification gives the same bytes.
public final class Certifier {

    /// The version of the rules of `src/docs/canonical-text.md`. It is raised when a document that was verified
    /// by the rules before it may be rejected by the new ones, or the other way round.
    public static final int GUARD = 1;

    private final LibrarySnapshot library;
    private final SigningKey key;
    private final @Nullable RootSignature rootSignature;
    private final ShownHeadings headings;

    /// @param rootSignature the owner's signature on the library's root, or null; one on another root is left
    ///     out
    public Certifier(LibrarySnapshot library, SigningKey key, @Nullable RootSignature rootSignature) {
        this.library = library;
        this.key = key;
        this.rootSignature =
                rootSignature == null || !rootSignature.root().equals(library.root()) ? null : rootSignature;
        this.headings = new ShownHeadings(library.trees().headings());
    }

    public VerifyingKey publicKey() {
        return key.publicKey();
    }

    /// The owner's signature on the library's root that certificates carry, or null.
    public @Nullable RootSignature rootSignature() {
        return rootSignature;
    }

    /// A certificate.
    ///
    /// @param verification of the request by the library of this certifier
    /// @param file the bytes that the request's document was read from
    /// @throws IllegalArgumentException if the verdict is not `verified`, or by another library
    public Envelope certify(VerificationRequest request, Verification verification, byte[] file) {
        if (verification.verdict() != Verdict.VERIFIED) {
            throw new IllegalArgumentException(
                    "The verdict is " + verification.verdict() + "; a certificate is for a document that is verified.");
        }
        if (!verification.root().equals(library.root())) {
            throw new IllegalArgumentException("The document was verified by the library " + verification.root()
                    + ", not by " + library.root() + ".");
        }
        LibraryTrees trees = library.trees();
        List<CertifiedSpan> spans = new ArrayList<>();
        for (Span span : verification.spans()) {
            ClauseVersionId id = span.clauses().getFirst();
            spans.add(new CertifiedSpan(
                    span.start(),
                    span.end(),
                    id,
                    written(library.slotFormat(), clause(id), span),
                    trees.wording(id),
                    trees.lifecycle(id)));
        }
        ContractType contractType = request.contractType();
        Statement statement = new Statement(
                Digests.hex(file),
                CanonicalDigest.of(request.document()),
                GUARD,
                library.root(),
                trees.wordings(),
                trees.lifecycles(),
                trees.frames(),
                trees.uses(),
                trees.settings(),
                headings
                        .in(
                                request.document().blocks(),
                                starts(request.document().blocks(), verification.spans()),
                                contractType == null ? null : contractType.id())
                        .stream()
                        .map(trees::heading)
                        .toList(),
                request.asOf(),
                request.jurisdiction(),
                verification.isContract() ? Scope.CONTRACT : Scope.CLAUSES,
                contractType == null ? null : contractType.id(),
                key.publicKey(),
                rootSignature == null ? null : rootSignature.envelope().json(),
                spans);
        return Envelope.sign(statement.json(), key);
    }

    private ClauseVersion clause(ClauseVersionId id) {
        return library.clause(id).orElseThrow();
    }

    /// The blocks that the spans begin with.
    private List<Start> starts(List<Block> blocks, List<Span> spans) {
        List<Start> starts = new ArrayList<>();
        int block = 0;
        for (Span span : spans) {
            while (blocks.get(block).start() < span.start()) {
                block++;
            }
            starts.add(new Start(block, clause(span.clauses().getFirst()).family()));
        }
        return starts;
    }

    /// The values of a span as requests write them.
    static SortedMap<String, String> written(SlotFormat format, ClauseVersion clause, Span span) {
        SortedMap<String, String> written = new TreeMap<>();
        for (Map.Entry<String, SlotValue> value : span.slots().entrySet()) {
            Slot slot = clause.slot(value.getKey());
            if (slot != null) {
                written.put(value.getKey(), format.write(slot, value.getValue()));
            }
        }
        return written;
    }
}
