package org.proviso.verification.attack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Jurisdiction;
import org.proviso.verification.oracle.Feature;
import org.proviso.verification.oracle.NaiveLabels;

/// Decides by comparing strings whether a text is a sequence of approved clauses with a deal's values; safe for
/// use by
/// many threads.
///
/// It says yes if there is any way to read the text as one, so a verifier that says yes where it says no is wrong.
final class StringOracle {

    private final Set<Feature> features;
    private final Map<String, List<Approved>> byFirstText = new HashMap<>();
    private final List<Approved> withReferences = new ArrayList<>();
    private final Map<String, Set<String>> headings = new HashMap<>();
    private final Set<String> allHeadings = new HashSet<>();

    StringOracle(Deal deal, Set<Feature> features) {
        this.features = features;
        for (ClauseVersion clause : deal.usable()) {
            Approved approved = Approved.of(clause, deal);
            if (approved.hasReferences()) {
                withReferences.add(approved);
            } else {
                byFirstText
                        .computeIfAbsent(approved.paragraphs().getFirst().text(), _ -> new ArrayList<>())
                        .add(approved);
            }
        }
        deal.library()
                .contractTypes()
                .forEach(recipe -> recipe.sections().forEach(section -> {
                    if (section.heading() != null) {
                        allHeadings.add(Folding.fold(section.heading()));
                        section.items()
                                .forEach(item -> headings.computeIfAbsent(
                                                item.family().value(), _ -> new HashSet<>())
                                        .add(Folding.fold(section.heading())));
                    }
                }));
    }

    boolean accepts(String text) {
        List<Paragraph> paragraphs = PlainReader.read(text);
        return paragraphs != null && !paragraphs.isEmpty() && new Reading(paragraphs).from(0);
    }

    /// A clause where it stands.
    ///
    /// @param labels of its headings and, at the end, of itself
    /// @param text where it begins
    /// @param list the labels inside of it
    private record Placed(
            Approved approved,
            int text,
            List<String> labels,
            List<String> list,
            Map<String, List<String>> references) {}

    /// One attempt to read the paragraphs as clauses, with what has been read so far.
    private final class Reading {

        private final List<Paragraph> paragraphs;
        private final Deque<Placed> placed = new ArrayDeque<>();

        Reading(List<Paragraph> paragraphs) {
            this.paragraphs = paragraphs;
        }

        boolean from(int at) {
            if (at == paragraphs.size()) {
                return isConsistent();
            }
            return clauseAt(at) || pageNumberAt(at) || contentsAt(at);
        }

        private boolean clauseAt(int at) {
            for (int text = at; text <= at + 2 && text < paragraphs.size(); text++) {
                for (Approved approved : withReferences) {
                    if (place(at, text, approved)) {
                        return true;
                    }
                }
                for (Approved approved :
                        byFirstText.getOrDefault(paragraphs.get(text).text(), List.of())) {
                    if (place(at, text, approved)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean place(int at, int text, Approved approved) {
            Map<String, List<String>> references =
                    areHeadings(at, text, approved) ? approved.match(paragraphs, text) : null;
            if (references == null) {
                return false;
            }
            List<String> labels = paragraphs.subList(at, text + 1).stream()
                    .map(Paragraph::label)
                    .toList();
            int end = text + approved.paragraphs().size();
            List<String> list = paragraphs.subList(text + 1, end).stream()
                    .map(Paragraph::label)
                    .filter(label -> !label.isEmpty())
                    .toList();
            placed.addLast(new Placed(approved, text, labels, list, references));
            boolean read = from(end);
            placed.removeLast();
            return read;
        }

        private boolean areHeadings(int at, int text, Approved approved) {
            return switch (text - at) {
                case 0 -> true;
                case 1 -> isTitle(at, approved) || isSection(at, approved);
                default -> isSection(at, approved) && isTitle(at + 1, approved);
            };
        }

        private boolean isTitle(int at, Approved approved) {
            return paragraphs.get(at).text().equals(approved.title());
        }

        private boolean isSection(int at, Approved approved) {
            return headings.getOrDefault(approved.clause().family().value(), Set.of())
                    .contains(paragraphs.get(at).text());
        }

        private boolean pageNumberAt(int at) {
            Paragraph line = paragraphs.get(at);
            return features.contains(Feature.PAGE_NUMBERS)
                    && line.label().isEmpty()
                    && isPageNumber(line.text())
                    && from(at + 1);
        }

        private static boolean isPageNumber(String text) {
            String[] words = text.split(" ");
            return text.matches("Page [0-9]{1,4}(?: of [0-9]{1,4})?")
                    && (words.length == 2 || Integer.parseInt(words[1]) <= Integer.parseInt(words[3]));
        }

        /// The first table of contents: as many lines as there are section headings behind them, and the same.
        private boolean contentsAt(int at) {
            if (!features.contains(Feature.CONTENTS)
                    || !isContentsLine(at)
                    || IntStream.range(0, at).anyMatch(this::isContentsLine)) {
                return false;
            }
            for (int end = at + 2; end < paragraphs.size(); end++) {
                if (listsHeadings(paragraphs.subList(at + 1, end), end) && from(end)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isContentsLine(int at) {
            Paragraph line = paragraphs.get(at);
            return line.label().isEmpty() && line.text().matches("(?:Table of )?Contents|(?:TABLE OF )?CONTENTS");
        }

        private boolean listsHeadings(List<Paragraph> lines, int behind) {
            List<Paragraph> sections = paragraphs.subList(behind, paragraphs.size()).stream()
                    .filter(paragraph -> allHeadings.contains(paragraph.text()))
                    .toList();
            boolean same = sections.size() == lines.size();
            for (int i = 0; same && i < lines.size(); i++) {
                String text = lines.get(i).text();
                String section = sections.get(i).text();
                same = Labels.bare(lines.get(i).label())
                                .equals(Labels.bare(sections.get(i).label()))
                        && text.startsWith(section)
                        && text.substring(section.length()).matches("(?:(?: ?[.…])* ?[0-9]{1,4})?");
            }
            return same;
        }

        private boolean isConsistent() {
            return listsAreClear()
                    && (!features.contains(Feature.RELATIONS) || relationsHold())
                    && (!features.contains(Feature.JURISDICTION) || someJurisdictionFits())
                    && (!features.contains(Feature.REFERENCES) || referencesHold());
        }

        /// No clause goes on with a list before it, and labels that a text names are the approved ones.
        private boolean listsAreClear() {
            List<String> before = List.of();
            List<String> labelsBefore = List.of();
            for (Placed each : placed) {
                List<String> list = before;
                List<String> beside = labelsBefore;
                List<String> own = each.approved().labels();
                boolean another = IntStream.range(0, own.size())
                        .anyMatch(i -> !NaiveLabels.same(own.get(i), each.list().get(i)));
                String label = each.labels().getLast();
                if (each.labels().stream().anyMatch(next -> NaiveLabels.continues(next, beside, list, list))
                        || (NaiveLabels.isBullet(label) && NaiveLabels.continues(label, each.list()))
                        || (another && own.stream().anyMatch(named -> isNamed(named, each)))) {
                    return false;
                }
                before = each.list();
                labelsBefore = each.labels();
            }
            return true;
        }

        private boolean isNamed(String label, Placed clause) {
            List<Paragraph> own = paragraphs.subList(
                    clause.text(),
                    clause.text() + clause.approved().paragraphs().size());
            return own.stream().anyMatch(each -> NaiveLabels.isNamed(label, clause.labels(), each.text(), true))
                    || paragraphs.stream()
                            .anyMatch(each -> NaiveLabels.isNamed(label, clause.labels(), each.text(), false));
        }

        private boolean relationsHold() {
            Set<String> families = new HashSet<>();
            Set<String> ids = new HashSet<>();
            for (Placed each : placed) {
                ids.add(each.approved().clause().id().value());
                if (!families.add(each.approved().clause().family().value())) {
                    return false;
                }
            }
            return placed.stream()
                    .map(each -> each.approved().clause())
                    .allMatch(clause -> clause.requires().stream().allMatch(family -> families.contains(family.value()))
                            && clause.conflicts().stream().noneMatch(id -> ids.contains(id.value())));
        }

        private boolean someJurisdictionFits() {
            Set<Jurisdiction> left = null;
            for (Placed each : placed) {
                List<Jurisdiction> own = each.approved().clause().jurisdictions();
                if (!own.contains(Jurisdiction.ANY)) {
                    if (left == null) {
                        left = new HashSet<>(own);
                    } else {
                        left.retainAll(own);
                    }
                }
            }
            return left == null || !left.isEmpty();
        }

        private boolean referencesHold() {
            return placed.stream()
                    .flatMap(each -> each.references().entrySet().stream())
                    .allMatch(reference ->
                            reference.getValue().stream().allMatch(label -> isLabelOf(reference.getKey(), label)));
        }

        /// Whether a clause of the family has the label, and nothing else has it.
        private boolean isLabelOf(String family, String label) {
            long count = placed.stream()
                    .flatMap(each -> each.labels().stream())
                    .map(Labels::bare)
                    .filter(Labels.bare(label)::equals)
                    .count();
            return count == 1
                    && placed.stream()
                            .filter(each ->
                                    each.approved().clause().family().value().equals(family))
                            .anyMatch(
                                    each -> Labels.bare(each.labels().getLast()).equals(Labels.bare(label)));
        }
    }
}
