package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.proviso.clause.ClauseVersion;
import org.proviso.document.Block;
import org.proviso.document.MarkdownReader;
import org.proviso.document.Token;
import org.proviso.verification.oracle.Unit.Kind;
import org.proviso.verification.oracle.Unit.Match;

/// Every unit that can begin at a block: each clause is tried at each block, with each number of headings.
final class NaiveUnits {

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

    /// One unit for each place where it can end and each number of headings, with the clause that is chosen
    /// there.
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
        if (features.contains(Feature.CONTENTS)
                && isContentsLine(blocks.get(start))
                && blocks.subList(0, start).stream().noneMatch(NaiveUnits::isContentsLine)) {
            for (int end = start + 2; end <= blocks.size(); end++) {
                if (listsHeadings(start + 1, end)) {
                    units.add(Unit.of(Kind.CONTENTS, start, end));
                }
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

    private boolean isSectionHeading(int block, ClauseVersion clause) {
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
        String written = NaiveMatcher.written(block.tokens());
        if (block.labelled() || !written.matches("Page [0-9]{1,4}(?: of [0-9]{1,4})?")) {
            return false;
        }
        String[] words = written.split(" ");
        return words.length == 2 || Integer.parseInt(words[1]) <= Integer.parseInt(words[3]);
    }

    private static boolean isContentsLine(Block block) {
        return !block.labelled() && NaiveMatcher.written(block.tokens()).matches("(?:Table of )?Contents");
    }

    /// Whether the blocks from `from` to `to` are the section headings behind them.
    private boolean listsHeadings(int from, int to) {
        List<Block> headings = blocks.subList(to, blocks.size()).stream()
                .filter(this::isAnySectionHeading)
                .toList();
        if (to - from != headings.size()) {
            return false;
        }
        for (int i = 0; i < headings.size(); i++) {
            Block line = blocks.get(from + i);
            Block heading = headings.get(i);
            String written = NaiveMatcher.written(line.tokens());
            String start = NaiveMatcher.written(heading.tokens());
            if (!bare(line.label()).equals(bare(heading.label()))
                    || !written.startsWith(start)
                    || !written.substring(start.length()).matches("(?:(?: ?[.…])* ?[0-9]{1,4})?")) {
                return false;
            }
        }
        return true;
    }

    private boolean isAnySectionHeading(Block block) {
        return question.library().contractTypes().stream()
                .flatMap(recipe -> recipe.sections().stream())
                .filter(section -> section.heading() != null)
                .anyMatch(section -> says(block, section.heading()));
    }

    /// `4.`, `4)` and `4` are one label.
    private static String bare(String label) {
        return label.startsWith("(") ? label : label.replaceFirst("[.)]$", "");
    }
}
