package org.proviso.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.library.CanonicalJson;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LibraryTrees.Proof;
import org.proviso.testkit.Mutations;

/// What a forger may try: change a certificate, sign it again, show it for another document, or send nonsense.
class CertificateAttackTest {

    private static final Envelope CERTIFICATE = Loan.certificate();

    /// A way to one value in a statement, by keys and indexes.
    private record Change(String what, Map<String, Object> statement) {}

    @Test
    void noStatementIsChangedWithoutItsSignature() {
        List<String> held = changes(statement()).stream()
                .filter(change -> check(resignedBy(change.statement(), null), Loan.pinned())
                        .holds())
                .map(Change::what)
                .toList();

        assertEquals(List.of(), held);
    }

    /// What a root does not prove, and so may be said by anyone who signs it: who signed, which bytes the file
    /// had (the check then calls it another file with the same text), for which jurisdiction and contract type
    /// it was made, the day within the validity of its clauses, the size of a tree where it does not change a
    /// proof, and the owner's signature, which is not looked at under a pinned root.
    @Test
    void whatTheRootProvesIsNotChangedByAnyoneWhoSignsAgain() {
        List<String> held = changes(statement()).stream()
                .filter(change -> check(resignedBy(change.statement(), Loan.ATTACKER), Loan.pinned())
                        .holds())
                .map(Change::what)
                .filter(what -> !what.contains(".subject[0].digest")
                        && !what.contains(".scope")
                        && !what.contains(".contractType")
                        && !what.contains(".jurisdiction ")
                        && !what.contains(".asOf")
                        && !what.contains(".size")
                        && !what.contains(".signer")
                        && !what.contains(".rootSignature"))
                .toList();

        assertEquals(List.of(), held);
    }

    @Test
    void theNamedSignerIsNotReplacedByAnotherOne() {
        Trust trust = new Trust(Loan.LIBRARY.root(), Loan.OWNER.publicKey(), Loan.SERVER.publicKey());

        assertTrue(Loan.check(CERTIFICATE, Loan.TEXT, trust).holds());
        for (Change change : changes(statement())) {
            assertFalse(
                    check(resignedBy(change.statement(), Loan.ATTACKER), trust).holds(), change.what());
        }
    }

    @Test
    void noTokenOfTheDocumentIsChanged() {
        List<String> held = Mutations.ofEveryToken(Loan.TEXT).stream()
                .filter(mutation ->
                        Loan.check(CERTIFICATE, mutation.text(), Loan.pinned()).holds())
                .map(Mutations.Mutation::what)
                .toList();

        assertEquals(List.of(), held);
    }

    /// The forger certifies the changed document itself: digests and offsets are right, and only the clauses
    /// are not.
    @Test
    void noChangedDocumentIsCertifiedAnewByAnyone() {
        List<String> held = Mutations.ofEveryToken(Loan.TEXT).stream()
                .filter(mutation -> {
                    Map<String, Object> forged = statement();
                    List<Object> subjects = list(forged, "subject");
                    subjects.set(0, Statement.subject("file", Digests.hex(Loan.bytes(mutation.text()))));
                    subjects.set(
                            1,
                            Statement.subject(
                                    "canonical-tokens",
                                    CanonicalDigest.of(org.proviso.document.MarkdownReader.read(mutation.text()))));
                    return Loan.check(resignedBy(forged, Loan.ATTACKER), mutation.text(), Loan.pinned())
                            .holds();
                })
                .map(Mutations.Mutation::what)
                .toList();

        assertEquals(List.of(), held);
    }

    @Test
    void aCertificateOfOneDocumentIsNoneOfAnother() {
        String other = Loan.TEXT.replace("USD 50,000", "USD 60,000");

        CheckResult result = Loan.check(CERTIFICATE, other, Loan.pinned());

        assertEquals(List.of("The document is not the certified one: its text differs."), result.findings());
    }

    @Test
    void anAttackersOwnerKeyIsNotTheNamedOne() {
        Map<String, Object> forged = statement();
        predicate(forged)
                .put(
                        "rootSignature",
                        RootSignature.sign(Loan.LIBRARY, Loan.ATTACKER, Loan.DAY)
                                .envelope()
                                .json());

        CheckResult result = check(resignedBy(forged, Loan.ATTACKER), Loan.owned());

        assertFalse(result.holds());
        assertTrue(result.findings().getFirst().contains("not by the named owner"));
    }

    @Test
    void theOwnersSignatureOnAnotherRootIsNone() {
        Map<String, Object> forged = statement();
        predicate(forged)
                .put(
                        "rootSignature",
                        RootSignature.sign(Loan.OTHER, Loan.OWNER, Loan.DAY)
                                .envelope()
                                .json());

        assertFalse(check(resignedBy(forged, Loan.ATTACKER), Loan.owned()).holds());
    }

    /// Its own library, its own root, everything right but the root that is trusted.
    @Test
    void aCertificateOfAnotherLibraryFails() {
        String text = Loan.TEXT.replace("may borrow", "may keep");
        Envelope certificate = Loan.certify(Loan.OTHER, Loan.ATTACKER, text, Loan.VALUES);

        assertTrue(Loan.check(certificate, text, new Trust(Loan.OTHER.root(), null, null))
                .holds());
        assertFalse(Loan.check(certificate, text, Loan.pinned()).holds());
        assertFalse(Loan.check(certificate, text, Trust.NONE).holds());
    }

    @Test
    void aLeafOfAnotherLibraryIsNotProven() {
        String text = Loan.TEXT.replace("may borrow", "may keep");
        Map<String, Object> forged = statement(Loan.certify(Loan.OTHER, Loan.ATTACKER, text, Loan.VALUES));
        Map<String, Object> genuine = statement();
        predicate(forged).put("root", predicate(genuine).get("root"));
        predicate(forged).put("trees", predicate(genuine).get("trees"));

        CheckResult result = Loan.check(resignedBy(forged, Loan.ATTACKER), text, Loan.pinned());

        assertTrue(result.findings().getFirst().contains("The wording of borrow@2 is not proven"), result::toString);
    }

    /// Leaves that are in the library and prove, of versions that may not be used.
    @ParameterizedTest
    @ValueSource(strings = {"draft@1", "retired@1", "borrow@1"})
    void aVersionThatMayNotBeUsedIsNotCertified(String version) {
        LibrarySnapshot library = Loan.LIBRARY;
        var clause = library.clauses().stream()
                .filter(known -> known.versionId().toString().equals(version))
                .findFirst()
                .orElseThrow();
        String text = clause.text().source();

        CheckResult result = Loan.check(
                resignedBy(statementOf(library, text, clause.versionId(), "2026-06-01"), Loan.ATTACKER),
                text,
                Loan.pinned());

        assertFalse(result.holds(), result::toString);
        assertEquals(1, result.findings().size(), result::toString);
    }

    @Test
    void anExpiredVersionIsNotCertified() {
        Map<String, Object> forged = statement();
        predicate(forged).put("asOf", "2027-01-01");

        assertFalse(check(resignedBy(forged, Loan.ATTACKER), Loan.pinned()).holds());
        predicate(forged).put("asOf", "2026-12-31");
        assertTrue(check(resignedBy(forged, Loan.ATTACKER), Loan.pinned()).holds());
        predicate(forged).put("asOf", "2025-12-31");
        assertFalse(check(resignedBy(forged, Loan.ATTACKER), Loan.pinned()).holds());
    }

    private static Map<String, Object> statementOf(
            LibrarySnapshot library, String text, org.proviso.clause.ClauseVersionId id, String asOf) {
        Map<String, Object> forged = statement();
        Proof wording = library.trees().wording(id);
        Proof lifecycle = library.trees().lifecycle(id);
        var block = org.proviso.document.MarkdownReader.read(text).blocks().getFirst();
        predicate(forged).put("asOf", asOf);
        predicate(forged).put("headings", List.of());
        predicate(forged)
                .put(
                        "spans",
                        List.of(new CertifiedSpan(
                                        block.start(), block.end(), id, new java.util.TreeMap<>(), wording, lifecycle)
                                .json()));
        forged.put(
                "subject",
                List.of(
                        Statement.subject("file", Digests.hex(Loan.bytes(text))),
                        Statement.subject(
                                "canonical-tokens",
                                CanonicalDigest.of(org.proviso.document.MarkdownReader.read(text)))));
        return forged;
    }

    @Test
    void spansAreNeitherLeftOutNorDoubledNorMoved() {
        assertForged(predicate -> predicate.put("spans", List.of()));
        assertForged(predicate -> list(predicate, "spans").removeLast());
        assertForged(predicate ->
                list(predicate, "spans").add(list(predicate, "spans").getFirst()));
        assertForged(predicate ->
                list(predicate, "spans").addFirst(list(predicate, "spans").removeLast()));
        assertForged(predicate -> list(predicate, "headings").clear());
    }

    private static void assertForged(Consumer<Map<String, Object>> change) {
        Map<String, Object> forged = statement();
        change.accept(predicate(forged));

        assertFalse(check(resignedBy(forged, Loan.ATTACKER), Loan.pinned()).holds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"payload\":\"\"}",
                "{\"payload\":1,\"payloadType\":2,\"signatures\":3}",
                "{\"payload\":\"e30=\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[]}",
                "{\"payload\":\"e30=\",\"payloadType\":\"text/plain\",\"signatures\":[{\"sig\":\"AA==\"}]}",
                "{\"payload\":\"e30=\",\"payload\":\"e30=\",\"payloadType\":\"a\",\"signatures\":[]}",
                "{\"payload\":\"*\",\"payloadType\":\"a\",\"signatures\":[]}",
                "{\"a\":1e5}",
                "{\"a\":-0}",
                "{\"a\":99999999999999999999999}",
                "{} {}",
                "\uFEFF{}"
            })
    void nonsenseIsAFinding(String json) {
        CheckResult result = CertificateCheck.check(Loan.bytes(json), Loan.bytes(Loan.TEXT), Loan.pinned(), null);

        assertEquals(1, result.findings().size());
    }

    @Test
    void bytesThatAreNoTextAreAFinding() {
        byte[] junk = {(byte) 0xFF, (byte) 0xFE, 0, 1};

        assertFalse(CertificateCheck.check(junk, Loan.bytes(Loan.TEXT), Loan.pinned(), null)
                .holds());
        assertFalse(CertificateCheck.check(CERTIFICATE.file(), junk, Loan.pinned(), null)
                .holds());
        assertFalse(CertificateCheck.check(CERTIFICATE.file(), new byte[0], Loan.pinned(), null)
                .holds());
    }

    @Test
    void largeAndDeepInputIsRefused() {
        for (String junk : List.of(
                "[".repeat(10_000_000),
                "{\"a\":".repeat(2_000_000),
                "x".repeat(10_000_000),
                "{\"payload\":\"" + "A".repeat(10_000_000) + "\",\"payloadType\":\"a\",\"signatures\":[]}",
                "{\"signatures\":[" + "{},".repeat(3_000_000) + "{}]}",
                "x".repeat((16 << 20) + 1))) {
            CheckResult result = CertificateCheck.check(Loan.bytes(junk), Loan.bytes(Loan.TEXT), Loan.pinned(), null);

            assertEquals(1, result.findings().size());
        }
    }

    @Test
    void manySpansAndManySlotsAreRefused() {
        Map<String, Object> forged = statement();
        List<Object> spans = list(predicate(forged), "spans");
        Object span = spans.getFirst();
        for (int i = 0; i < 8_000; i++) {
            spans.add(span);
        }

        CheckResult result = check(resignedBy(forged, Loan.ATTACKER), Loan.pinned());

        assertFalse(result.holds());
    }

    /// "ab" and "bA" have the same hash, and so have all words made of as many of them.
    @Test
    void namesThatCollideBreakNothingForTheNextReader() {
        for (int round = 0; round < 4; round++) {
            StringBuilder names = new StringBuilder("{");
            for (int word = 0; word < 400; word++) {
                names.append(word == 0 ? "" : ",").append('"');
                for (int bit = 0; bit < 12; bit++) {
                    names.append((word >> bit & 1) == 0 ? "ab" : "bA");
                }
                names.append("\":1");
            }
            Map<String, Object> colliding = Map.of(
                    "payloadType", Envelope.IN_TOTO,
                    "payload", Base64Text.write(Loan.bytes(names.append('}').toString())),
                    "signatures", List.of());
            assertFalse(CertificateCheck.check(colliding, Loan.bytes(Loan.TEXT), Loan.pinned(), null)
                    .holds());
            assertTrue(CertificateCheck.check(CERTIFICATE.file(), Loan.bytes(Loan.TEXT), Loan.pinned(), null)
                    .holds());
        }
    }

    /// The neutral element, by which one constant signature fits every message, and others like it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void aKeyByWhichAnyoneCanSignIsRefused(String point) {
        byte[] der = HexFormat.of().parseHex("302a300506032b6570032100" + point);

        assertThrows(IllegalArgumentException.class, () -> VerifyingKey.ofDer(der));
    }

    @Test
    void aSignatureOnTheRootNamesTheLibraryOfTheSettings() {
        Map<String, Object> forged = statement();
        predicate(forged)
                .put(
                        "rootSignature",
                        Envelope.sign(
                                        Map.of(
                                                "_type",
                                                Statement.TYPE,
                                                "subject",
                                                List.of(Statement.subject(
                                                        "elsewhere",
                                                        Loan.LIBRARY.root().hex())),
                                                "predicateType",
                                                "urn:proviso:library-root:v1",
                                                "predicate",
                                                Map.of("clauses", 1, "signedOn", "2026-06-01")),
                                        Loan.OWNER)
                                .json());

        CheckResult result = check(resignedBy(forged, Loan.ATTACKER), Loan.owned());

        assertFalse(result.holds());
        assertTrue(result.findings().getFirst().contains("elsewhere"), result::toString);
    }

    @Test
    void aPayloadThatIsNotInTheOneFormIsRefused() {
        String payload = CanonicalJson.write(statement());
        for (String other : List.of(
                " " + payload,
                payload + "\n",
                payload.replace("\"guard\":1", "\"guard\":1,\"guard\":1"),
                payload.replace("\"guard\":1", "\"guard\":1.0"),
                payload.replace("Money", "\\u004doney"))) {
            CheckResult result = CertificateCheck.check(
                    signedBytes(other.getBytes(StandardCharsets.UTF_8), Loan.SERVER),
                    Loan.bytes(Loan.TEXT),
                    Loan.pinned(),
                    null);

            assertFalse(result.holds(), other);
        }
        assertTrue(CertificateCheck.check(
                        signedBytes(payload.getBytes(StandardCharsets.UTF_8), Loan.SERVER),
                        Loan.bytes(Loan.TEXT),
                        Loan.pinned(),
                        null)
                .holds());
    }

    private static byte[] signedBytes(byte[] payload, SigningKey key) {
        String sig = Base64Text.write(key.sign(Envelope.preAuthentication(Envelope.IN_TOTO, payload)));
        return CanonicalJson.write(Map.of(
                        "payload",
                        Base64Text.write(payload),
                        "payloadType",
                        Envelope.IN_TOTO,
                        "signatures",
                        List.of(Map.of("keyid", "", "sig", sig))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static CheckResult check(Envelope certificate, Trust trust) {
        return Loan.check(certificate, Loan.TEXT, trust);
    }

    private static Map<String, Object> statement() {
        return statement(CERTIFICATE);
    }

    private static Map<String, Object> statement(Envelope certificate) {
        return StrictJson.read(Base64Text.read(certificate.payload()), "payload");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> predicate(Map<String, Object> statement) {
        return (Map<String, Object>) statement.get("predicate");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> object, String name) {
        return (List<Object>) object.get(name);
    }

    /// @param key null to keep the signature that was
    private static Envelope resignedBy(Map<String, Object> statement, SigningKey key) {
        if (key == null) {
            Map<String, Object> json = new LinkedHashMap<>(CERTIFICATE.json());
            json.put("payload", Base64Text.write(CanonicalJson.write(statement).getBytes(StandardCharsets.UTF_8)));
            return Envelope.of("forged", json);
        }
        predicate(statement).put("signer", Map.of("publicKey", key.publicKey().base64()));
        return Envelope.sign(statement, key);
    }

    /// A statement for every value in it that is changed, left out or, in an array, doubled.
    private static List<Change> changes(Map<String, Object> statement) {
        List<Change> changes = new ArrayList<>();
        changes("", statement, changed -> changed, changes, statement);
        return changes;
    }

    private interface Rebuild {
        Object apply(Object changed);
    }

    @SuppressWarnings("unchecked")
    private static void changes(
            String place, Object value, Rebuild rebuild, List<Change> changes, Map<String, Object> whole) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, inner) -> {
                    Rebuild deeper = changed -> {
                        Map<Object, Object> copy = new LinkedHashMap<>(map);
                        if (changed == null) {
                            copy.remove(key);
                        } else {
                            copy.put(key, changed);
                        }
                        return rebuild.apply(copy);
                    };
                    add(place + "." + key + " left out", deeper.apply(null), changes);
                    changes(place + "." + key, inner, deeper, changes, whole);
                });
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    int at = i;
                    List<Object> without = new ArrayList<>(list);
                    without.remove(at);
                    add(place + "[" + at + "] left out", rebuild.apply(without), changes);
                    List<Object> twice = new ArrayList<>(list);
                    twice.add(list.get(at));
                    add(place + "[" + at + "] doubled", rebuild.apply(twice), changes);
                    changes(
                            place + "[" + at + "]",
                            list.get(at),
                            changed -> {
                                List<Object> copy = new ArrayList<>(list);
                                copy.set(at, changed);
                                return rebuild.apply(copy);
                            },
                            changes,
                            whole);
                }
                List<Object> more = new ArrayList<>(list);
                more.add("x");
                add(place + " with x", rebuild.apply(more), changes);
            }
            case Long number -> {
                add(place + " + 1", rebuild.apply(number + 1), changes);
                add(place + " - 1", rebuild.apply(number - 1), changes);
                add(place + " as text", rebuild.apply(number.toString()), changes);
            }
            case Boolean flag -> add(place + " turned", rebuild.apply(!flag), changes);
            case String text -> {
                add(place + " with x", rebuild.apply(text + "x"), changes);
                add(place + " other", rebuild.apply(other(text)), changes);
                add(place + " empty", rebuild.apply(""), changes);
            }
            default -> throw new IllegalStateException("no change of " + value);
        }
    }

    private static String other(String text) {
        return switch (text) {
            case "" -> "always";
            case "USD 50,000" -> "USD 60,000";
            case "true" -> "false";
            case "2" -> "3";
            case "keeping" -> "writing";
            case "US-DE" -> "US-CA";
            case "any" -> "US-DE";
            case "contract" -> "clauses";
            case "2026-06-01" -> "2026-06-02";
            default -> {
                char last = text.charAt(text.length() - 1);
                yield text.substring(0, text.length() - 1) + (last == '1' ? '2' : '1');
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static void add(String what, Object statement, List<Change> changes) {
        Map<String, Object> changed = (Map<String, Object>)
                StrictJson.read(CanonicalJson.write(statement).getBytes(StandardCharsets.UTF_8), "copy");
        if (changed.get("predicate") instanceof Map<?, ?> && !changed.equals(statement())) {
            changes.add(new Change(what, changed));
        }
    }
}
