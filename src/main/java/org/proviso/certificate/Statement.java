package org.proviso.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.LibraryTrees;
import org.proviso.library.LibraryTrees.Head;
import org.proviso.library.LibraryTrees.Proof;
import org.proviso.library.Root;

/// What a certificate says; the law is `read(s.json())` equal to `s`.
///
/// @param file SHA-256 of the document's bytes
/// @param tokens the [CanonicalDigest] of the document
/// @param guard the version of the rules that it was verified by
/// @param root of the library
/// @param uses the root of the tree that is never shown
/// @param settings the first leaf of the frames
/// @param headings the headings that the document shows, out of the frames
/// @param jurisdiction that every clause had to fit, or null
/// @param contractType that was named, or null
/// @param rootSignature the owner's signature on the root as an envelope, or null
record Statement(
        String file,
        String tokens,
        long guard,
        Root root,
        Head wordings,
        Head lifecycles,
        Head frames,
        String uses,
        Proof settings,
        List<Proof> headings,
        LocalDate asOf,
        @Nullable Jurisdiction jurisdiction,
        Scope scope,
        @Nullable ContractTypeId contractType,
        VerifyingKey signer,
        @Nullable Map<String, Object> rootSignature,
        List<CertifiedSpan> spans) {

    static final String TYPE = "https://in-toto.io/Statement/v1";
    static final String PREDICATE = "urn:proviso:clause-cover:v1";

    private static final String FILE = "file";
    private static final String TOKENS = "canonical-tokens";

    Statement {
        headings = List.copyOf(headings);
        spans = List.copyOf(spans);
    }

    Map<String, Object> json() {
        Map<String, Object> predicate = new TreeMap<>();
        predicate.put("guard", guard);
        predicate.put("root", root.hex());
        predicate.put(
                "trees",
                Map.of(
                        "wordings", json(wordings),
                        "lifecycles", json(lifecycles),
                        "frames", json(frames),
                        "uses", Map.of("root", uses)));
        predicate.put("settings", Map.of("leaf", settings.leaf(), "path", settings.path()));
        predicate.put(
                "headings",
                headings.stream()
                        .map(proof -> Map.of("leaf", proof.leaf(), "index", proof.index(), "path", proof.path()))
                        .toList());
        predicate.put("asOf", asOf.toString());
        if (jurisdiction != null) {
            predicate.put("jurisdiction", jurisdiction.code());
        }
        predicate.put("scope", scope.toString());
        if (contractType != null) {
            predicate.put("contractType", contractType.value());
        }
        predicate.put("signer", Map.of("publicKey", signer.base64()));
        if (rootSignature != null) {
            predicate.put("rootSignature", rootSignature);
        }
        predicate.put("spans", spans.stream().map(CertifiedSpan::json).toList());
        return Map.of(
                "_type", TYPE,
                "subject", List.of(subject(FILE, file), subject(TOKENS, tokens)),
                "predicateType", PREDICATE,
                "predicate", predicate);
    }

    private static Map<String, Object> json(Head tree) {
        return Map.of("root", tree.root(), "size", tree.size());
    }

    static Map<String, Object> subject(String name, String sha256) {
        return Map.of("name", name, "digest", Map.of("sha256", sha256));
    }

    /// @throws IllegalArgumentException naming the place if it is no such statement, or says more
    static Statement read(Map<String, Object> json) {
        Fields statement = new Fields("statement", json);
        statement.constant("_type", TYPE);
        statement.constant("predicateType", PREDICATE);
        List<Fields> subjects = statement.objects("subject", 2);
        if (subjects.size() != 2) {
            throw statement.refused("subject", "names " + subjects.size() + " things, not the file and its tokens");
        }
        Fields predicate = statement.object("predicate");
        Fields trees = predicate.object("trees");
        Statement read = new Statement(
                digest(subjects.getFirst(), FILE),
                digest(subjects.getLast(), TOKENS),
                predicate.number("guard", Integer.MAX_VALUE),
                new Root(predicate.hash("root")),
                head(trees, "wordings"),
                head(trees, "lifecycles"),
                head(trees, "frames"),
                uses(trees),
                settings(predicate),
                headings(predicate),
                predicate.day("asOf"),
                predicate.optional("jurisdiction", Jurisdiction::new),
                predicate.read("scope", Scope::parse),
                predicate.optional("contractType", ContractTypeId::new),
                signer(predicate),
                predicate.has("rootSignature") ? predicate.map("rootSignature") : null,
                CertifiedSpan.read(predicate));
        trees.refuseOthers();
        predicate.refuseOthers();
        statement.refuseOthers();
        return read;
    }

    static String digest(Fields subject, String name) {
        subject.constant("name", name);
        Fields digest = subject.object("digest");
        String sha256 = digest.hash("sha256");
        digest.refuseOthers();
        subject.refuseOthers();
        return sha256;
    }

    private static Head head(Fields trees, String name) {
        Fields tree = trees.object(name);
        Head head = new Head(tree.hash("root"), tree.number("size", Integer.MAX_VALUE));
        tree.refuseOthers();
        return head;
    }

    private static String uses(Fields trees) {
        Fields tree = trees.object("uses");
        String root = tree.hash("root");
        tree.refuseOthers();
        return root;
    }

    private static Proof settings(Fields predicate) {
        Fields settings = predicate.object("settings");
        Proof proof = new Proof(settings.map("leaf"), 0, settings.path("path"));
        settings.refuseOthers();
        return proof;
    }

    private static List<Proof> headings(Fields predicate) {
        List<Proof> headings = new ArrayList<>();
        for (Fields heading : predicate.objects("headings", CertifiedSpan.MAX_SPANS)) {
            headings.add(
                    new Proof(heading.map("leaf"), heading.number("index", Integer.MAX_VALUE), heading.path("path")));
            heading.refuseOthers();
        }
        return headings;
    }

    private static VerifyingKey signer(Fields predicate) {
        Fields signer = predicate.object("signer");
        VerifyingKey key = signer.read("publicKey", text -> VerifyingKey.ofDer(Base64Text.read(text)));
        signer.refuseOthers();
        return key;
    }

    /// The id of the library, as its settings say.
    String library() {
        return settings.leaf().get("library") instanceof String id ? id : "";
    }

    /// The root that the stated trees make.
    Root rootOfTrees() {
        return LibraryTrees.root(wordings, lifecycles, frames, uses);
    }
}
