package org.proviso.certificate;

import static org.proviso.testkit.ClauseFixture.clause;
import static org.proviso.testkit.ClauseFixture.rows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.Status;
import org.proviso.document.MarkdownReader;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.RequestReader;
import org.proviso.testkit.ClauseFixture;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

/// A small library, and a contract out of it with every kind of slot, that certificates are made of in tests.
final class Loan {

    static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    static final SigningKey SERVER = SigningKey.generate();
    static final SigningKey OWNER = SigningKey.generate();
    static final SigningKey ATTACKER = SigningKey.generate();

    static final LibrarySnapshot LIBRARY = library("borrow", "The borrower may borrow up to {{amount}} in total.");

    /// Another library, which says something else and has the rest alike.
    static final LibrarySnapshot OTHER = library("borrow", "The borrower may keep up to {{amount}} in total.");

    static final String TEXT = """
            Contents

            1. Money
            2. Rest

            # 1. Money

            1.1 The borrower may borrow up to USD 50,000 in total.

            1.2 The fees are:

            - The fee for keeping is USD 10.
            - The fee for writing is USD 20.

            Nothing else is owed.

            # 2. Rest

            2.1 The loan under section 1.1 may be renewed once.
            """;

    static final Map<String, String> VALUES = Map.of(
            "amount", "USD 50,000",
            "renewable", "true",
            "fees[1].service", "keeping",
            "fees[1].price", "USD 10",
            "fees[2].service", "writing",
            "fees[2].price", "USD 20");

    private Loan() {}

    private static LibrarySnapshot library(String id, String text) {
        Slot amount = Slot.of("amount", SlotType.MONEY);
        Section money = new Section(
                "Money",
                List.of(
                        new Item(new FamilyId("borrow"), false, true, false),
                        new Item(new FamilyId("fees"), false, true, false)));
        Section rest = new Section("Rest", List.of(new Item(new FamilyId("renewal"), false, true, false)));
        ContractType loan = new ContractType(
                new ContractTypeId("loan"), "Loan", "", List.of(new Jurisdiction("US-DE")), List.of(money, rest));
        return ClauseFixture.snapshot(
                List.of(
                        clause("borrow@1", "The borrower may borrow something of the lender.")
                                .valid("2025-01-01", null),
                        clause(id + "@2", text)
                                .slots(amount)
                                .guidance("secret guidance")
                                .position("fallback-1")
                                .valid("2026-01-01", "2027-01-01"),
                        clause(
                                        "fees@1",
                                        "The fees are:\n\n{{#each fees}}\n- The fee for {{service}} is {{price}}.\n"
                                                + "{{/each}}\n\nNothing else is owed.")
                                .slots(rows(
                                        "fees",
                                        1,
                                        3,
                                        Slot.of("service", SlotType.TEXT),
                                        Slot.of("price", SlotType.MONEY))),
                        clause(
                                        "renewal@1",
                                        "The loan under section {{ref borrow}} may {{#if renewable}}be renewed once"
                                                + "{{else}}not be renewed{{/if}}.")
                                .requires("borrow")
                                .conflicts("repayment"),
                        clause("repayment@1", "The borrower shall repay the loan on demand of the lender."),
                        clause("retired@1", "The borrower may keep the loan for ever and a day.")
                                .status(Status.RETIRED),
                        clause("draft@1", "The borrower shall pay for everything at once.")
                                .status(Status.DRAFT)),
                List.of(loan));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static VerificationRequest request(LibrarySnapshot library, String text, Map<String, String> values) {
        RequestReader reader = new RequestReader(library);
        Map<String, SlotValue> read = reader.values("values", new TreeMap<>(values), null);
        reader.throwProblems();
        return new VerificationRequest(
                MarkdownReader.read(text),
                DAY,
                read,
                library.contractTypes().stream().findFirst().orElse(null),
                new Jurisdiction("US-DE"));
    }

    static Certifier certifier(LibrarySnapshot library, SigningKey signer) {
        return new Certifier(library, signer, RootSignature.sign(library, OWNER, DAY));
    }

    static Envelope certify(LibrarySnapshot library, SigningKey signer, String text, Map<String, String> values) {
        VerificationRequest request = request(library, text, values);
        Verification verification = new Verifier(library).verify(request);
        return certifier(library, signer).certify(request, verification, bytes(text));
    }

    static Envelope certificate() {
        return certify(LIBRARY, SERVER, TEXT, VALUES);
    }

    static Trust pinned() {
        return new Trust(LIBRARY.root(), null, null);
    }

    static Trust owned() {
        return new Trust(null, OWNER.publicKey(), null);
    }

    static CheckResult check(Envelope certificate, String text, Trust trust) {
        return CertificateCheck.check(certificate.file(), bytes(text), trust, null);
    }
}
