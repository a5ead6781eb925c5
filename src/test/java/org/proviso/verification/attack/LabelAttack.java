package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.proviso.verification.attack.Victim.Line;
import org.proviso.verification.oracle.Dice;

/// Labels that say something, and breaks that change what a sentence governs.
enum LabelAttack implements Attack {
    INNER_LABEL_DROPPED {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return relabelled(victim, dice, inner(victim, true), "");
        }
    },
    INNER_LABEL_ADDED {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return relabelled(victim, dice, inner(victim, false), dice.of("(a)", "1.", "-", "•", "ii)"));
        }
    },
    ANOTHER_LABEL {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return relabelled(victim, dice, all(victim), dice.of("1.1", "2.", "(a)", "9.9", "iv.", "-", "A)", ""));
        }
    },
    SWAPPED_LABELS {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            List<Line> lines = new ArrayList<>(victim.lines());
            int one = Edits.anyLine(victim, dice);
            int two = Edits.anyLine(victim, dice);
            lines.set(one, lines.get(one).withLabel(victim.lines().get(two).label()));
            lines.set(two, lines.get(two).withLabel(victim.lines().get(one).label()));
            return lines.equals(victim.lines()) ? null : Victim.text(lines);
        }
    },
    CONTINUED_LIST {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            List<Integer> followers = IntStream.range(1, victim.lines().size())
                    .filter(at -> victim.lines().get(at).clause()
                            != victim.lines().get(at - 1).clause())
                    .filter(at -> !victim.lines().get(at - 1).label().isEmpty())
                    .boxed()
                    .toList();
            return relabelled(
                    victim, dice, followers, dice.of("(c)", "b.", "(d)", "c)", "(iii)", "3.", "-", "•", "1.3"));
        }
    },
    LIST_THAT_COUNTS_OTHERWISE {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            List<Integer> places = inner(victim, true);
            if (places.isEmpty()) {
                return null;
            }
            List<String> labels = dice.of(
                    List.of("(b)", "(a)", "(c)", "(d)"),
                    List.of("(x)", "(o)", "(x)", "(o)"),
                    List.of("(a)", "(a)", "(a)", "(a)"),
                    List.of("(a)", "(c)", "(d)", "(e)"),
                    List.of("(a)", "(b)", "(c)", "(d)"),
                    List.of("(a)", "(i)", "(ii)", "(b)"),
                    List.of("1)", "2)", "3)", "4)"),
                    List.of("(i)", "(ii)", "(iii)", "(iv)"));
            List<Line> lines = new ArrayList<>(victim.lines());
            int number = 0;
            int clause = -1;
            for (int place : places) {
                number = lines.get(place).clause() == clause ? number + 1 : 0;
                clause = lines.get(place).clause();
                lines.set(place, lines.get(place).withLabel(labels.get(number % labels.size())));
            }
            return lines.equals(victim.lines()) ? null : Victim.text(lines);
        }
    },
    INDENTED_BELOW_ANOTHER_CLAUSE {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            if (victim.lines().size() < 2) {
                return null;
            }
            int at = dice.between(1, victim.lines().size() - 1);
            Line before = victim.lines().get(at - 1);
            Line line = victim.lines().get(at);
            List<Line> lines = new ArrayList<>(victim.lines());
            lines.set(at - 1, before.withLabel("-"));
            lines.set(at, new Line("  ", dice.of("-", line.label()), line.text(), line.clause()));
            return before.isHeading() || before.clause() == line.clause() ? null : Victim.text(lines);
        }
    },
    BREAK_THAT_NOT_EVERY_READER_SEES {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return Edits.replaceOne(
                    victim,
                    dice,
                    Edits.SPACE,
                    _ -> dice.of(
                            "\n\u00a0\n",
                            "\n\u3000 \n",
                            "\u2029",
                            "\u2028\u2028",
                            "\u0085\u0085",
                            "\u000b",
                            "  \n\u00a0  \n"));
        }
    },
    WORDS_FAR_APART {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return Edits.replaceOne(
                    victim, dice, Edits.SPACE, _ -> dice.of(" ", "\u00a0").repeat(dice.of(201, 400, 3_000)));
        }
    },
    LABEL_OF_A_REFERENCES_TARGET {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            List<Integer> targets = IntStream.range(0, victim.clauses().size())
                    .filter(place -> victim.clauses().stream()
                            .anyMatch(clause -> clause.text()
                                    .references()
                                    .contains(victim.clauses().get(place).family())))
                    .boxed()
                    .toList();
            if (targets.isEmpty()) {
                return null;
            }
            int target = dice.of(targets);
            int other = dice.upTo(victim.clauses().size());
            String label = victim.lines().get(victim.start(target)).label();
            Line changed = victim.lines().get(victim.start(other)).withLabel(label);
            return other == target ? null : victim.with(victim.start(other), changed);
        }
    },
    LABEL_THAT_SAYS {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return relabelled(
                    victim,
                    dice,
                    all(victim),
                    dice.of(
                            "not",
                            "(not)",
                            "No.",
                            "Not:",
                            "void)",
                            "(optional)",
                            "100",
                            "1,000.",
                            "50%",
                            "USD",
                            "A",
                            "1.1.1.1.1.1.1",
                            "2026.",
                            "c.v.",
                            "mm)",
                            "(1.1)",
                            "I:",
                            "§",
                            "*)",
                            "1st",
                            "**not**",
                            "a.b."));
        }
    },
    TWO_LABELS {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return relabelled(victim, dice, all(victim), dice.of("1. (a)", "(a) (b)", "- 1.", "1.1 1.2", "• -"));
        }
    },
    LABEL_ALONE {
        @Override
        public String change(Victim victim, Dice dice) {
            return victim.withInserted(Edits.anyPlace(victim, dice), dice.of("1.1", "(a)", "2.", "A", "-", "§ 4"));
        }
    },
    REDIRECTED_REFERENCE {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return Edits.replaceOne(
                    victim,
                    dice,
                    Pattern.compile("(?<=(?:Section|paragraph|Clause) )\\(?[0-9a-z][0-9.]*\\)?"),
                    _ -> dice.of("1.1", "2.1", "3.1", "4.1", "1", "2", "3", "(a)", "(b)", "9", "1.", "one", "1.10"));
        }
    },
    BREAK_IN_A_SENTENCE {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return Edits.replaceOne(
                    victim,
                    dice,
                    Edits.SPACE,
                    _ -> dice.of("\n\n", "\\\n", "\n- ", "\n\n(a) ", "\n# ", "\n1. ", "\n\n- ", "\n* "));
        }
    },
    BREAK_BETWEEN_SENTENCES {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return Edits.replaceOne(
                    victim, dice, Pattern.compile("(?<=[.;:,]) "), _ -> dice.of("\n\n", "\\\n", "\n\n- ", "\n\n2.2 "));
        }
    },
    JOINED_BLOCKS {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            int at = dice.upTo(victim.lines().size());
            if (at + 1 == victim.lines().size()) {
                return null;
            }
            List<Line> lines = new ArrayList<>(victim.lines());
            Line next = lines.remove(at + 1);
            Line line = lines.get(at);
            lines.set(at, line.withText(line.text() + dice.of(" ", "\n", "  \n") + next.printed()));
            return Victim.text(lines);
        }
    },
    PAGE_NUMBER_THAT_SAYS {
        @Override
        public String change(Victim victim, Dice dice) {
            return victim.withInserted(
                    Edits.anyPlace(victim, dice),
                    dice.of(
                            "Page 3 is void",
                            "Page three",
                            "page 3",
                            "Page 3 of twelve",
                            "Page 3 of 12 of 14",
                            "Page 3.",
                            "Page -3",
                            "Page 3 (draft)",
                            "# Page 3 of none",
                            "Page 3/12",
                            "Page 33333",
                            "- Page 3",
                            "3"));
        }
    },
    PAGE_NUMBER_INSIDE_A_CLAUSE {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            List<Integer> places = IntStream.range(1, victim.lines().size())
                    .filter(at -> !victim.lines().get(at).isHeading()
                            && victim.lines().get(at).clause()
                                    == victim.lines().get(at - 1).clause())
                    .boxed()
                    .toList();
            return places.isEmpty() ? null : victim.withInserted(dice.of(places), "Page 3 of 12");
        }
    },
    CONTENTS_THAT_SAY_SOMETHING_ELSE {
        @Override
        public String change(Victim victim, Dice dice) {
            List<String> lines = new ArrayList<>();
            victim.lines().stream()
                    .filter(Line::isHeading)
                    .forEach(line ->
                            lines.add(line.withText(line.text()).printed().replaceFirst("^#+ ", "")));
            lines.add(dice.upTo(lines.size() + 1), dice.of("1. No cap", "Exceptions .... 4", "2. Waiver"));
            if (dice.chance(0.3)) {
                Collections.reverse(lines);
            }
            lines.addFirst(dice.of("Contents", "Table of Contents", "# Contents"));
            return String.join("\n\n", lines) + "\n\n" + victim.text();
        }
    };

    @Override
    public abstract @Nullable String change(Victim victim, Dice dice);

    private static @Nullable String relabelled(Victim victim, Dice dice, List<Integer> places, String label) {
        if (places.isEmpty()) {
            return null;
        }
        int at = dice.of(places);
        return victim.with(at, victim.lines().get(at).withLabel(label));
    }

    private static List<Integer> all(Victim victim) {
        return IntStream.range(0, victim.lines().size()).boxed().toList();
    }

    /// The lines behind the first one of a clause, with or without a label.
    private static List<Integer> inner(Victim victim, boolean labelled) {
        return IntStream.range(1, victim.lines().size())
                .filter(at -> {
                    Line line = victim.lines().get(at);
                    return !line.isHeading()
                            && line.clause() == victim.lines().get(at - 1).clause()
                            && labelled != line.label().isEmpty();
                })
                .boxed()
                .toList();
    }
}
