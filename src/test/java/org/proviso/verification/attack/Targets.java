package org.proviso.verification.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.drafting.Draft;
import org.proviso.drafting.DraftRequest;
import org.proviso.drafting.DraftingChain;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.SampleLibrary;
import org.proviso.verification.Verifier;
import org.proviso.verification.attack.Victim.Line;
import org.proviso.verification.oracle.Feature;

/// What is attacked: the library that ships with Proviso, a rich one made for it, and a public one if it is at
/// hand.
final class Targets {

    private static final Set<String> SET_FLAGS = Set.of("contractors-may-receive", "destruction-certificate");

    private Targets() {}

    private static final LibrarySnapshot SAMPLE = SampleLibrary.mutualNdaOnly();

    static List<Target> all(Set<Feature> features, Path scratch) throws IOException {
        List<Target> targets = new ArrayList<>();
        Verifier sample = new Verifier(SAMPLE);
        for (String jurisdiction : List.of("US-DE", "GB-EAW")) {
            targets.add(new Target(
                    sampleDeal(jurisdiction, Set.of()), sample, features, List.of(nda(jurisdiction, sample))));
        }
        targets.add(new Target(sampleDeal("US-DE", SET_FLAGS), sample, features, List.of()));
        for (Deal deal : List.of(
                RichLibrary.deal(features, null, false),
                RichLibrary.deal(features, "US-DE", true),
                RichLibrary.deal(features, "GB-EAW", true),
                RichLibrary.deal(features, null, true))) {
            targets.add(new Target(deal, new Verifier(deal.library()), features, List.of()));
        }
        Path data = Path.of(System.getProperty("proviso.data", "none"), "libraries/common-paper-and-bonterms.jsonl");
        if (Files.exists(data)) {
            LibrarySnapshot library = PublicLibrary.load(data, scratch);
            Deal deal = new Deal("public", library, SampleLibrary.TODAY, null, Map.of(), Set.of(), Map.of());
            targets.add(new Target(deal, new Verifier(library), features, List.of()));
        }
        return targets;
    }

    private static Deal sampleDeal(String jurisdiction, Set<String> flags) {
        LibrarySnapshot library = SAMPLE;
        SlotFormat format = library.slotFormat();
        Map<String, String> printed = new TreeMap<>();
        for (ClauseVersion clause : library.clauses()) {
            for (Slot slot : clause.slots().values()) {
                String given = SampleLibrary.NDA_VALUES.get(slot.name());
                SlotValue value = given != null && format.read(slot, given) instanceof Accepted(SlotValue read)
                        ? read
                        : slot.defaultValue();
                if (value != null && slot.type() != SlotType.FLAG) {
                    printed.put(slot.name(), format.print(slot, value));
                }
            }
        }
        return new Deal(
                "sample " + jurisdiction,
                library,
                SampleLibrary.TODAY,
                new Jurisdiction(jurisdiction),
                printed,
                flags,
                Map.of());
    }

    /// The whole NDA as the drafting chain prints it.
    private static Victim nda(String jurisdiction, Verifier verifier) {
        Draft draft = new DraftingChain(SAMPLE, verifier)
                .draft(DraftRequest.of(
                        SampleLibrary.mutualNda(),
                        new Jurisdiction(jurisdiction),
                        SampleLibrary.TODAY,
                        SampleLibrary.NDA_VALUES));
        List<ClauseVersion> clauses = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        draft.document().blocks().forEach(block -> {
            if (block.heading() != null) {
                lines.add(new Line("## ", "", block.heading(), -1));
            }
            for (String paragraph : block.text().split("\n\n")) {
                String own = Labels.of(paragraph);
                boolean first = lines.isEmpty() || lines.getLast().clause() != clauses.size();
                lines.add(new Line(
                        "",
                        first ? block.label() : own,
                        paragraph.substring(own.length()).strip(),
                        clauses.size()));
            }
            clauses.add(block.clause());
        });
        return new Victim(sampleDeal(jurisdiction, Set.of()), clauses, lines);
    }
}
