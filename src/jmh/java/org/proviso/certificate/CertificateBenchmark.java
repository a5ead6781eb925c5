package org.proviso.certificate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Words;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

/// How long a certificate takes to make and to check.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Benchmark)
public class CertificateBenchmark {

    private static final long SEED = 7;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final int WORDS = 60;

    @Param("10000")
    int clauses;

    /// Clauses of the document, every second of which has a slot.
    @Param({"50", "500"})
    int spans;

    private LibrarySnapshot library;
    private Certifier certifier;
    private VerificationRequest request;
    private Verification verification;
    private byte[] document;
    private byte[] certificate;
    private Trust trust;

    @Setup
    public void make() {
        Random random = new Random(SEED);
        List<ClauseVersion> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Map<String, SlotValue> values = new HashMap<>();
        for (int i = 0; i < clauses; i++) {
            String slot = "purpose-" + i;
            String words = words(random, i);
            String clause = i % 2 == 0 ? words : words.replace("now", "{{" + slot + "}}");
            all.add(clause(i, clause, slot));
            if (i < spans) {
                text.append(i + 1)
                        .append(". ")
                        .append(clause.replace("{{" + slot + "}}", "testing"))
                        .append("\n\n");
                if (i % 2 == 1) {
                    values.put(slot, new Words("testing"));
                }
            }
        }
        library = new LibrarySnapshot(
                new LibrarySettings("bench", "Bench", "en", ContractLocale.EN_US, new Jurisdiction("US-DE")),
                all,
                List.of());
        document = text.toString().getBytes(StandardCharsets.UTF_8);
        request = new VerificationRequest(
                MarkdownReader.read(new String(document, StandardCharsets.UTF_8)), DAY, values, null, null);
        verification = new Verifier(library).verify(request);
        certifier = new Certifier(library, SigningKey.generate(), null);
        trust = new Trust(library.root(), null, null);
        certificate = certify().file();
        if (!check().holds() || verification.spans().size() != spans) {
            throw new IllegalStateException("The certificate does not hold: " + check());
        }
    }

    private static String words(Random random, int number) {
        StringBuilder words = new StringBuilder("Under number " + number + " the Recipient shall now");
        for (int i = 0; i < WORDS; i++) {
            words.append(' ').append("abcdefghijklmnop".substring(random.nextInt(8), 9 + random.nextInt(8)));
        }
        return words.append('.').toString();
    }

    private static ClauseVersion clause(int number, String text, String slot) {
        ClauseText parsed = ClauseText.parse(text);
        ClauseVersion literal = ClauseVersion.literal(
                new ClauseId("bench.c" + number), "Bench " + number, ClauseText.parse("Nothing of this is used."));
        return new ClauseVersion(
                literal.versionId(),
                literal.title(),
                literal.family(),
                literal.category(),
                literal.position(),
                literal.status(),
                literal.jurisdictions(),
                literal.contracts(),
                literal.validity(),
                null,
                literal.mayAgree(),
                false,
                null,
                parsed.slotNames().isEmpty()
                        ? Collections.emptySortedMap()
                        : new TreeMap<>(Map.of(slot, Slot.of(slot, SlotType.TEXT))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                parsed);
    }

    @Benchmark
    public Envelope certify() {
        return certifier.certify(request, verification, document);
    }

    @Benchmark
    public CheckResult check() {
        return CertificateCheck.check(certificate, document, trust, null);
    }
}
