package org.proviso.verification.attack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Jurisdiction;
import org.proviso.verification.oracle.Feature;

/// Decides by comparing strings whether a text is a sequence of approved clauses with a deal's values; safe for
/// use by many threads.
///
/// It says yes if there is any way to read the text as one, so a verifier that says yes where it says no is
/// wrong.
final class StringOracle {

    private final Set<Feature> features;
    private final Map<String, List<Approved>> byFirstText = new HashMap<>();
    private final List<Approved> withReferences = new ArrayList<>();
    private final Map<String, Set<String>> headings = new HashMap<>();

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
    private record Placed(Approved approved, String label, Map<String, List<String>> references) {}

    /// One attempt to read the paragraphs as clauses, with what has been read so far.
    private final class Reading {

        private final List<Paragraph> paragraphs;
        private final Deque<Placed> placed = new ArrayDeque<>();
        private final Deque<Paragraph> sections = new ArrayDeque<>();
        private int contents = -1;
        private int contentsEnd = -1;

        Reading(List<Paragraph> paragraphs) {
            this.paragraphs = paragraphs;
        }

        boolean from(int at) {
            if (at == paragraphs.size()) {
                return contentsAreTrue() && isConsistent();
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
            placed.addLast(new Placed(approved, paragraphs.get(text).label(), references));
            boolean headed = text > at && isSection(at, approved);
            if (headed) {
                sections.addLast(paragraphs.get(at));
            }
            boolean read = from(text + approved.paragraphs().size());
            placed.removeLast();
            if (headed) {
                sections.removeLast();
            }
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

        private boolean contentsAt(int at) {
            if (!features.contains(Feature.CONTENTS)
                    || contents >= 0
                    || !paragraphs.get(at).text().matches("(?:Table of )?Contents|(?:TABLE OF )?CONTENTS")) {
                return false;
            }
            for (int end = at + 2; end < paragraphs.size(); end++) {
                contents = at;
                contentsEnd = end;
                if (from(end)) {
                    return true;
                }
            }
            contents = -1;
            return false;
        }

        private boolean contentsAreTrue() {
            if (contents < 0) {
                return true;
            }
            if (contentsEnd - contents - 1 != sections.size()) {
                return false;
            }
            int at = contents;
            for (Paragraph section : sections) {
                Paragraph line = paragraphs.get(++at);
                String rest = line.text().startsWith(section.text())
                        ? line.text().substring(section.text().length())
                        : "no";
                if (!Labels.bare(line.label()).equals(Labels.bare(section.label()))
                        || !rest.matches("(?:(?: ?\\.)+ ?[0-9]{1,4})?")) {
                    return false;
                }
            }
            return true;
        }

        private boolean isConsistent() {
            return (!features.contains(Feature.RELATIONS) || relationsHold())
                    && (!features.contains(Feature.JURISDICTION) || someJurisdictionFits())
                    && (!features.contains(Feature.REFERENCES) || referencesHold());
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

        private boolean isLabelOf(String family, String label) {
            return placed.stream()
                    .filter(each -> each.approved().clause().family().value().equals(family))
                    .anyMatch(each ->
                            !each.label().isEmpty() && Labels.bare(each.label()).equals(Labels.bare(label)));
        }
    }
}
