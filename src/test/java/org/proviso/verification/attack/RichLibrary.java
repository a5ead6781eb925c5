package org.proviso.verification.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.clause.Status;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.ClauseFixture;
import org.proviso.verification.oracle.Feature;

/// A small library of a supply contract that has something of everything: every type of slot, options, rows,
/// references, versions in and out of force, jurisdictions, requirements, conflicts and twins.
final class RichLibrary {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final Slot[] SLOTS = {
        Slot.of("supplier", SlotType.PARTY),
        Slot.of("buyer", SlotType.PARTY),
        Slot.of("signer", SlotType.PERSON),
        Slot.of("start", SlotType.DATE),
        Slot.of("lead-time", SlotType.DURATION),
        Slot.of("cap", SlotType.MONEY),
        Slot.of("price", SlotType.MONEY),
        Slot.of("interest", SlotType.PERCENT),
        Slot.of("units", SlotType.INTEGER),
        Slot.of("law", SlotType.JURISDICTION),
        Slot.of("office", SlotType.ADDRESS),
        Slot.of("mail", SlotType.EMAIL),
        Slot.of("goods", SlotType.TEXT),
        choice("carrier", "air freight", "sea freight"),
        rows("milestones", Slot.of("due", SlotType.DATE), Slot.of("fee", SlotType.MONEY)),
        rows("sites", Slot.of("place", SlotType.ADDRESS)),
    };

    private static final Map<String, String> PRINTED = new TreeMap<>(Map.ofEntries(
            Map.entry("supplier", "Acme, Inc."),
            Map.entry("buyer", "Globex GmbH"),
            Map.entry("signer", "Jane Doe"),
            Map.entry("start", "December 1, 2026"),
            Map.entry("lead-time", "thirty (30) days"),
            Map.entry("cap", "USD 50,000"),
            Map.entry("price", "EUR 12.50"),
            Map.entry("interest", "4.5%"),
            Map.entry("units", "1,200"),
            Map.entry("law", "the State of Delaware"),
            Map.entry("office", "10 Main Street, Wilmington"),
            Map.entry("mail", "legal_team@acme.example"),
            Map.entry("goods", "cooling pumps and spare parts"),
            Map.entry("carrier", "sea freight"),
            Map.entry("milestones[1].due", "January 5, 2027"),
            Map.entry("milestones[1].fee", "USD 10,000"),
            Map.entry("milestones[2].due", "May 1, 2027"),
            Map.entry("milestones[2].fee", "USD 20,000"),
            Map.entry("milestones[3].due", "May 2, 2027"),
            Map.entry("milestones[3].fee", "USD 5"),
            Map.entry("sites[1].place", "4 Dock Road, Bremen"),
            Map.entry("sites[2].place", "7 Quay, Hull"),
            Map.entry("sites[3].place", "9 Pier, Ghent")));

    private RichLibrary() {}

    static Deal deal(Set<Feature> features, @Nullable String jurisdiction, boolean flags) {
        return new Deal(
                "rich " + jurisdiction + " " + flags,
                library(features),
                TODAY,
                jurisdiction == null ? null : new Jurisdiction(jurisdiction),
                PRINTED,
                flags ? Set.of("express", "insured") : Set.of(),
                Map.of("milestones", 2, "sites", 2));
    }

    private static LibrarySnapshot library(Set<Feature> features) {
        List<ClauseVersion> clauses = new ArrayList<>();
        supply().forEach(clause -> clauses.add(clause.slots(SLOTS).build()));
        money().forEach(clause -> clauses.add(clause.slots(SLOTS).build()));
        general().forEach(clause -> clauses.add(clause.slots(SLOTS).build()));
        outOfForce().forEach(clause -> clauses.add(clause.slots(SLOTS).build()));
        clauses.removeIf(clause ->
                !features.contains(Feature.ROWS) && !clause.text().rowNames().isEmpty());
        return new LibrarySnapshot(
                new LibrarySettings("rich", "Rich", "en", ContractLocale.EN_US, new Jurisdiction("US-DE")),
                clauses,
                List.of(recipe()));
    }

    private static List<ClauseFixture> supply() {
        return List.of(
                ClauseFixture.clause(
                                "delivery@2",
                                "{{#if express}}At extra cost, {{/if}}the Supplier shall deliver {{goods}} to the Buyer"
                                        + " within {{lead-time}} of each order by {{carrier}}.")
                        .title("Delivery"),
                ClauseFixture.clause(
                                "acceptance@1",
                                "The Buyer may reject goods only if:\n\n(a) they are damaged; or\n\n(b) they are not what"
                                        + " was ordered.\n\nThe Supplier shall then replace them at its own cost.")
                        .title("Acceptance")
                        .requires("delivery"),
                ClauseFixture.clause(
                                "acceptance.strict@1",
                                "The Buyer may reject goods only if:\n\n(a) they are damaged.\n\nThe Supplier shall then"
                                        + " replace them at its own cost.")
                        .family("acceptance")
                        .position("fallback-1")
                        .title("Acceptance"),
                ClauseFixture.clause(
                                "sites@1",
                                "Delivery is due at each of these sites:{{#each sites}}\n\n- the warehouse at {{place}}"
                                        + " with its yard;{{/each}}\n\nThe Buyer bears the cost of unloading.")
                        .title("Sites"),
                ClauseFixture.clause(
                                "records@1",
                                "The Supplier shall keep:\n\n(a) records of each order, with\n\n(i) its date; and\n\n(ii) its"
                                        + " content; and\n\n(b) certificates of origin.")
                        .title("Records"),
                ClauseFixture.clause(
                                "transport@1",
                                "Transport back is at the cost of the Supplier in the case of (b) in this contract.")
                        .title("Transport"),
                ClauseFixture.clause(
                                "forecast@1",
                                "The Buyer shall forecast its need for {{goods}} each month. A forecast of {{units}} units"
                                        + " or fewer is not binding.")
                        .title("Forecast"));
    }

    private static List<ClauseFixture> money() {
        return List.of(
                ClauseFixture.clause(
                                "price@1",
                                "The price is {{price}} for each unit, payable from {{start}} on. Late sums bear interest"
                                        + " at {{interest}} a year.")
                        .title("Price"),
                ClauseFixture.clause(
                                "milestones@1",
                                "The Buyer shall pay{{#each milestones}} on {{due}} the sum of {{fee}} in full,{{/each}} and"
                                        + " nothing before.")
                        .title("Milestones"),
                ClauseFixture.clause(
                                "cap@3",
                                "Neither party is liable for more than {{cap}} in total, whatever the cause. This does not"
                                        + " limit liability for fraud.")
                        .title("Limit of Liability")
                        .conflicts("uncapped"),
                ClauseFixture.clause(
                                "cap.high@1",
                                "Neither party is liable for more than {{cap}} for each order, whatever the cause. This does"
                                        + " not limit liability for fraud.")
                        .family("cap")
                        .position("fallback-1")
                        .title("Limit of Liability"),
                ClauseFixture.clause("uncapped@1", "The liability of the Supplier is not limited in amount.")
                        .title("Liability"),
                ClauseFixture.clause(
                                "indemnity@1",
                                "The Supplier shall indemnify the Buyer against claims of third parties, up to the limit in"
                                        + " Section {{ref cap}} and no further.")
                        .requires("cap")
                        .title("Indemnity"),
                ClauseFixture.clause(
                                "set-off@1",
                                "The Buyer shall not set off any claim against sums due under Section {{ref price}}, even if"
                                        + " the claim is covered by Section {{ref cap}}.")
                        .title("Set-off"));
    }

    private static List<ClauseFixture> general() {
        return List.of(
                ClauseFixture.clause(
                                "law.delaware@1",
                                "The law of the State of Delaware governs this contract, and its courts alone decide.")
                        .family("law")
                        .title("Law")
                        .jurisdictions("US-DE"),
                ClauseFixture.clause(
                                "law.england@1",
                                "The law of England and Wales governs this contract, and its courts alone decide.")
                        .family("law")
                        .title("Law")
                        .jurisdictions("GB-EAW"),
                ClauseFixture.clause(
                                "seat@1", "The Supplier is organized under the law of {{law}} and has its seat there.")
                        .title("Seat"),
                ClauseFixture.clause(
                                "third-parties.england@1",
                                "A person who is not a party has no right to enforce this contract.")
                        .family("third-parties")
                        .title("Third Parties")
                        .jurisdictions("GB-EAW"),
                ClauseFixture.clause(
                                "notices@1",
                                "Notices to the Supplier are sent to {{supplier}} at {{office}} or by email to {{mail}} in"
                                        + " writing.\n\nNotices to the Buyer are sent to {{buyer}} in writing.")
                        .title("Notices"),
                ClauseFixture.clause(
                                "insurance@1",
                                "The Supplier bears the risk in transit{{#if insured}} and shall insure the goods at its own"
                                        + " cost{{else}} without a duty to insure{{/if}}.")
                        .title("Risk"),
                ClauseFixture.clause("renewal@1", "This contract renews each year unless a party ends it in writing.")
                        .title("Renewal"),
                ClauseFixture.clause(
                                "renewal.any@1", "This contract renews each year unless a party ends it in writing.")
                        .family("term")
                        .title("Term"),
                ClauseFixture.clause("signature@1", "Signed for the Supplier:\n\nBy: ____________\n\nName: {{signer}}")
                        .title("Signature"));
    }

    private static List<ClauseFixture> outOfForce() {
        return List.of(
                ClauseFixture.clause(
                                "delivery@1",
                                "The Supplier shall deliver {{goods}} to the Buyer within {{lead-time}} of each order.")
                        .title("Delivery"),
                ClauseFixture.clause(
                                "cap@2", "Neither party is liable for more than {{cap}} in total, whatever the cause.")
                        .title("Limit of Liability"),
                ClauseFixture.clause("warranty@1", "The Supplier warrants that the goods are new and of good quality.")
                        .title("Warranty"),
                ClauseFixture.clause("warranty@2", "The Supplier warrants that the goods are new when they are sent.")
                        .status(Status.RETIRED)
                        .title("Warranty"),
                ClauseFixture.clause("audit@1", "The Buyer may audit the Supplier once a year at its own cost.")
                        .valid(null, "2026-01-01")
                        .title("Audit"),
                ClauseFixture.clause("step-in@1", "The Buyer may produce the goods itself while the Supplier fails to.")
                        .status(Status.RETIRED)
                        .title("Step-in"),
                ClauseFixture.clause(
                                "carbon@1", "The Supplier shall report the carbon footprint of the goods each year.")
                        .valid("2027-01-01", null)
                        .title("Carbon"),
                ClauseFixture.clause("escrow@1", "The Supplier shall deposit its drawings with a neutral agent.")
                        .status(Status.DRAFT)
                        .title("Escrow"));
    }

    private static ContractType recipe() {
        return new ContractType(
                new ContractTypeId("supply"),
                "Supply Contract",
                "",
                List.of(new Jurisdiction("US-DE"), new Jurisdiction("GB-EAW")),
                List.of(
                        section("Goods", "delivery", "acceptance", "records", "sites", "forecast"),
                        section("Money", "price", "milestones", "cap", "uncapped", "indemnity", "set-off"),
                        section("General Terms", "law", "seat", "third-parties", "notices", "insurance", "renewal")));
    }

    private static Section section(String heading, String... families) {
        return new Section(
                heading,
                java.util.Arrays.stream(families)
                        .map(family -> new Item(new FamilyId(family), true, true, false))
                        .toList());
    }

    private static Slot choice(String name, String... choices) {
        return new Slot(
                name, SlotType.CHOICE, "", null, null, null, 25, List.of(choices), Collections.emptySortedMap());
    }

    private static Slot rows(String name, Slot... columns) {
        TreeMap<String, Slot> byName = new TreeMap<>();
        for (Slot column : columns) {
            byName.put(column.name(), column);
        }
        return new Slot(name, SlotType.ROWS, "", null, Quantity.count(1), Quantity.count(3), 25, List.of(), byName);
    }
}
