package org.proviso.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.document.Block;
import org.proviso.document.MarkdownReader;
import org.proviso.document.Token;
import org.proviso.library.SectionHeading;

/// The headings of a library by their canonical text, and which of them a document shows.
///
/// A verification asks two things of headings: whether one may stand over a clause's family, and, for a table
/// of contents, which blocks are headings at all. A certificate carries one leaf for each answer.
final class ShownHeadings {

    /// Headings right before a clause.
    private static final int MAX_BEFORE_A_CLAUSE = 2;

    private final Map<String, SortedMap<FamilyId, List<SectionHeading>>> byText = new HashMap<>();

    ShownHeadings(Collection<SectionHeading> headings) {
        for (SectionHeading heading : headings) {
            String text = text(MarkdownReader.read(heading.heading()).blocks().getFirst());
            byText.computeIfAbsent(text, _ -> new TreeMap<>())
                    .merge(heading.family(), List.of(heading), ShownHeadings::joined);
        }
    }

    private static List<SectionHeading> joined(List<SectionHeading> one, List<SectionHeading> other) {
        List<SectionHeading> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    private static String text(Block block) {
        return Token.text(block.tokens());
    }

    /// A span of a document by its first block and its family.
    record Start(int block, FamilyId family) {}

    /// The headings over the spans, and one for every other block that says what a heading says.
    ///
    /// @param preferred the contract type whose headings are taken where several have the same
    SortedSet<SectionHeading> in(List<Block> blocks, Collection<Start> spans, @Nullable ContractTypeId preferred) {
        SortedSet<SectionHeading> shown = new TreeSet<>();
        for (Start span : spans) {
            int end = Math.min(blocks.size(), span.block() + MAX_BEFORE_A_CLAUSE);
            for (Block block : blocks.subList(span.block(), end)) {
                List<SectionHeading> over = families(block).get(span.family());
                if (over != null) {
                    shown.add(chosen(over, preferred));
                }
            }
        }
        for (Block block : blocks) {
            SortedMap<FamilyId, List<SectionHeading>> families = families(block);
            if (!families.isEmpty()
                    && families.values().stream().flatMap(List::stream).noneMatch(shown::contains)) {
                shown.add(chosen(families.firstEntry().getValue(), preferred));
            }
        }
        return shown;
    }

    private SortedMap<FamilyId, List<SectionHeading>> families(Block block) {
        return byText.getOrDefault(text(block), Collections.emptySortedMap());
    }

    private static SectionHeading chosen(List<SectionHeading> headings, @Nullable ContractTypeId preferred) {
        return headings.stream()
                .filter(heading -> heading.contractType().equals(preferred))
                .findFirst()
                .orElse(headings.getFirst());
    }
}
