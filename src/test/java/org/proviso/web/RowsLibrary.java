package org.proviso.web;

import static org.proviso.testkit.ClauseFixture.clause;
import static org.proviso.testkit.ClauseFixture.rows;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.proviso.answering.AnsweringChain;
import org.proviso.certificate.Certifier;
import org.proviso.certificate.SigningKey;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.drafting.DraftingChain;
import org.proviso.library.Condition;
import org.proviso.library.Condition.Answer;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.IndexProgress;
import org.proviso.retrieval.Retriever;
import org.proviso.testkit.ClauseFixture;
import org.proviso.verification.Verifier;

/// A server's library with rows, a reference, a condition, a conspicuous clause and an approval.
@Alternative
@Singleton
public final class RowsLibrary implements Generations {

    private static final Slot FEES =
            rows("fees", 1, 3, Slot.of("service", SlotType.TEXT), Slot.of("amount", SlotType.MONEY));
    private static final Slot DEAL = new Slot(
            "deal",
            SlotType.CHOICE,
            "How large is it?",
            null,
            null,
            null,
            25,
            List.of("small", "large"),
            Collections.emptySortedMap());

    private final LibrarySnapshot library = ClauseFixture.snapshot(
            List.of(
                    clause("fees@1", """
                            The Customer shall pay the following fees:

                            {{#each fees}}
                            the fee for {{service}} is {{amount}} in each month;

                            {{/each}}
                            They are due as Section {{ref payment}} says.""").slots(FEES),
                    clause("payment@1", "Each invoice falls due thirty days after receipt.")
                            .mayAgree("head-of-finance")
                            .conspicuous(),
                    clause("credits@1", "The Supplier grants service credits for each outage.")),
            List.of(new ContractType(
                    new ContractTypeId("services"),
                    "Services Agreement",
                    "",
                    List.of(new Jurisdiction("US-DE")),
                    new TreeMap<>(Map.of("deal", DEAL)),
                    List.of(new Section(
                            "Fees",
                            List.of(
                                    item("fees", Condition.ALWAYS),
                                    item("payment", Condition.ALWAYS),
                                    item("credits", new Condition(List.of(new Answer("deal", List.of("large")))))))))));
    private final Verifier verifier = new Verifier(library);
    private final DraftingChain drafting = new DraftingChain(library, verifier);
    private final Certifier certifier = new Certifier(library, SigningKey.generate(), null);

    private static Item item(String family, Condition when) {
        return new Item(new FamilyId(family), false, true, false, when);
    }

    @Override
    public ServedGeneration take() {
        return new Fixed(library, verifier, drafting, certifier);
    }

    /// A generation that is not searched.
    private record Fixed(LibrarySnapshot library, Verifier verifier, DraftingChain drafting, Certifier certifier)
            implements ServedGeneration {

        @Override
        public LocalDate today() {
            return LocalDate.now(ZoneId.systemDefault());
        }

        @Override
        public Retriever retriever() {
            throw new UnsupportedOperationException();
        }

        @Override
        public AnsweringChain answering() {
            throw new UnsupportedOperationException();
        }

        @Override
        public IndexProgress progress() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
