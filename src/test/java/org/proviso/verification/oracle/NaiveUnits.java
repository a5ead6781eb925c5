package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proviso.clause.ClauseVersion;
import org.proviso.document.Block;
import org.proviso.document.MarkdownReader;
import org.proviso.document.Token;
import org.proviso.verification.oracle.Unit.Kind;
import org.proviso.verification.oracle.Unit.Match;

/// Every unit that can begin at a block: each clause is tried at each block, with each number of headings.
final class NaiveUnits {

    private static final Pattern PAGE = Pattern.compile("Page ([0-9]{1,4})(?: of ([0-9]{1,4}))?");

    private final Question question;
    private final Set<Feature> features;
    private final List<Block> blocks;
    private final List<Candidate> candidates;
    private final NaiveMatcher matcher;
    private final Comparator<Match> order;

    NaiveUnits(Question question, Set<Feature> features, List<Block> blocks) {
        this.question = question;
        this.features = features;
        this.blocks = blocks;
        NaiveUse use = new NaiveUse(question, features);
        this.candidates = question.library().clauses().stream()
                .filter(use::isKnown)
                .flatMap(clause -> Candidate.of(clause).stream())
                .toList();
        this.matcher = new NaiveMatcher(question.library().slotFormat(), question.values());
        this.order = use.order();
    }

    /// One unit for each place where it can end and each number of headings, with the clause that is chosen there.
    List<Unit> at(int start) {
        List<Unit> units = new ArrayList<>();
        for (int text = start; text <= start + 2 && text < blocks.size(); text++) {
            TreeMap<Integer, List<Match>> byEnd = new TreeMap<>();
            for (Candidate candidate : candidates) {
                List<Bound> bound = matcher.match(candidate, blocks, text);
                if (bound != null) {
                    byEnd.computeIfAbsent(text + candidate.blocks().size(), _ -> new ArrayList<>())
                            .add(new Match(candidate, bound));
                }
            }
            for (int end : byEnd.keySet()) {
                add(units, start, text, end, byEnd.get(end));
            }
        }
        if (features.contains(Feature.PAGE_NUMBERS) && isPageNumber(blocks.get(start))) {
            units.add(Unit.of(Kind.PAGE_NUMBER, start, start + 1));
        }
        if (features.contains(Feature.CONTENTS) && isContentsLine(blocks.get(start))) {
            for (int end = start + 2; end <= blocks.size(); end++) {
                units.add(Unit.of(Kind.CONTENTS, start, end));
            }
        }
        return units;
    }

    private void add(List<Unit> units, int start, int text, int end, List<Match> matches) {
        matches.sort(order);
        matches.stream()
                .filter(match -> areHeadings(start, text, match.candidate().clause()))
                .findFirst()
                .ifPresent(chosen -> {
                    List<Match> others = new ArrayList<>(matches);
                    others.remove(chosen);
                    units.add(new Unit(start, text, end, Kind.CLAUSE, chosen, others));
                });
    }

    private boolean areHeadings(int start, int text, ClauseVersion clause) {
        return switch (text - start) {
            case 0 -> true;
            case 1 -> isTitle(start, clause) || isSectionHeading(start, clause);
            default -> isSectionHeading(start, clause) && isTitle(start + 1, clause);
        };
    }

    private boolean isTitle(int block, ClauseVersion clause) {
        return says(blocks.get(block), clause.title());
    }

    boolean isSectionHeading(int block, ClauseVersion clause) {
        return question.library().contractTypes().stream()
                .flatMap(recipe -> recipe.sections().stream())
                .filter(section -> section.heading() != null)
                .filter(section ->
                        section.items().stream().anyMatch(item -> item.family().equals(clause.family())))
                .anyMatch(section -> says(blocks.get(block), section.heading()));
    }

    private static boolean says(Block block, String words) {
        return same(MarkdownReader.read(words).tokens().toList(), block.tokens());
    }

    private static boolean same(List<Token> one, List<Token> two) {
        boolean same = one.size() == two.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i).sameAs(two.get(i));
        }
        return same;
    }

    private static boolean isPageNumber(Block block) {
        Matcher page = PAGE.matcher(NaiveMatcher.written(block.tokens()));
        return !block.labelled()
                && page.matches()
                && (page.group(2) == null || Integer.parseInt(page.group(1)) <= Integer.parseInt(page.group(2)));
    }

    private static boolean isContentsLine(Block block) {
        return NaiveMatcher.written(block.tokens()).matches("(?:Table of )?Contents|(?:TABLE OF )?CONTENTS");
    }

    /// Whether the lines of a table of contents are these headings.
    boolean listsHeadings(Unit contents, List<Block> headings) {
        if (contents.end() - contents.start() - 1 != headings.size()) {
            return false;
        }
        for (int i = 0; i < headings.size(); i++) {
            Block line = blocks.get(contents.start() + 1 + i);
            Block heading = headings.get(i);
            String written = NaiveMatcher.written(line.tokens());
            String start = NaiveMatcher.written(heading.tokens());
            if (!line.reference().equals(heading.reference())
                    || !written.startsWith(start)
                    || !written.substring(start.length()).matches("(?:(?: ?\\.)+ ?[0-9]{1,4})?")) {
                return false;
            }
        }
        return true;
    }
}
