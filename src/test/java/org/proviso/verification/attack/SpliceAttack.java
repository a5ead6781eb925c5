package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Status;
import org.proviso.verification.attack.Victim.Line;
import org.proviso.verification.oracle.Dice;

/// Approved clauses, put together in a way that nobody approved.
enum SpliceAttack implements Attack {
    DUPLICATED_CLAUSE {
        @Override
        public String change(Victim victim, Dice dice) {
            List<Line> lines = new ArrayList<>(victim.lines());
            lines.addAll(between(victim, dice), victim.linesOf(anyClause(victim, dice)));
            return Victim.text(lines);
        }
    },
    TWO_OF_A_FAMILY {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return added(
                    victim,
                    dice,
                    clause -> victim.clauses().stream()
                            .anyMatch(other -> other.family().equals(clause.family()) && !other.equals(clause)));
        }
    },
    ANY_CLAUSE_ADDED {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return added(victim, dice, clause -> true);
        }
    },
    CONFLICTING_CLAUSE {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return added(
                    victim,
                    dice,
                    clause -> victim.clauses().stream()
                            .anyMatch(other -> other.conflicts().contains(clause.id())
                                    || clause.conflicts().contains(other.id())));
        }
    },
    OMITTED_CLAUSE {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            if (victim.clauses().size() < 2) {
                return null;
            }
            int gone = anyClause(victim, dice);
            return Victim.text(victim.lines().stream()
                    .filter(line -> line.clause() != gone)
                    .toList());
        }
    },
    MISSING_REQUIREMENT {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return added(
                    victim,
                    dice,
                    clause -> clause.requires().stream()
                            .anyMatch(family -> victim.clauses().stream()
                                    .noneMatch(other -> other.family().equals(family))));
        }
    },
    OTHER_JURISDICTION {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return swapped(victim, dice, (_, other) -> !other.jurisdictions().contains(Jurisdiction.ANY));
        }
    },
    OTHER_VERSION {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return swapped(victim, dice, (clause, other) -> other.id().equals(clause.id()));
        }
    },
    OUT_OF_FORCE {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return added(
                    victim,
                    dice,
                    clause -> victim
                            .deal()
                            .library()
                            .inForce(clause.id(), victim.deal().asOf())
                            .stream()
                            .noneMatch(other -> other == clause));
        }
    },
    DRAFT {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return added(victim, dice, clause -> clause.status() == Status.DRAFT);
        }
    },
    OTHER_POSITION {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            return swapped(victim, dice, (clause, other) -> other.family().equals(clause.family()));
        }
    },
    SHUFFLED_CLAUSES {
        @Override
        public String change(Victim victim, Dice dice) {
            List<Integer> order = new ArrayList<>(
                    IntStream.range(0, victim.clauses().size()).boxed().toList());
            Collections.shuffle(order, new Random(dice.upTo(1 << 30)));
            return Victim.text(order.stream()
                    .flatMap(clause -> victim.linesOf(clause).stream())
                    .toList());
        }
    },
    CLAUSE_INSIDE_A_CLAUSE {
        @Override
        public String change(Victim victim, Dice dice) {
            List<Line> lines = new ArrayList<>(victim.lines());
            lines.addAll(dice.upTo(lines.size() + 1), victim.linesOf(anyClause(victim, dice)));
            return Victim.text(lines);
        }
    },
    DROPPED_BLOCK {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            List<Line> lines = new ArrayList<>(victim.lines());
            lines.remove(Edits.anyLine(victim, dice));
            return lines.isEmpty() ? null : Victim.text(lines);
        }
    },
    REPEATED_BLOCK {
        @Override
        public String change(Victim victim, Dice dice) {
            List<Line> lines = new ArrayList<>(victim.lines());
            lines.add(dice.upTo(lines.size() + 1), dice.of(victim.lines()));
            return Victim.text(lines);
        }
    },
    SWAPPED_BLOCKS {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            List<Line> lines = new ArrayList<>(victim.lines());
            Collections.swap(lines, dice.upTo(lines.size()), dice.upTo(lines.size()));
            return lines.equals(victim.lines()) ? null : Victim.text(lines);
        }
    },
    HALF_OF_ANOTHER_CLAUSE {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            Line line = victim.lines().get(Edits.anyLine(victim, dice));
            Line other = victim.lines().get(Edits.anyLine(victim, dice));
            int cut = line.text().indexOf(' ', line.text().length() / 2);
            int from = other.text().indexOf(' ', other.text().length() / 2);
            return cut < 0 || from < 0 || line.equals(other)
                    ? null
                    : victim.with(
                            victim.lines().indexOf(line),
                            line.withText(
                                    line.text().substring(0, cut) + other.text().substring(from)));
        }
    },
    OTHER_FLAGS {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            Set<String> names = new HashSet<>();
            victim.clauses().forEach(clause -> names.addAll(clause.text().flagNames()));
            Set<String> flags = new HashSet<>(victim.deal().flags());
            for (String name : names.stream().sorted().toList()) {
                if (dice.chance(0.6) && !flags.remove(name)) {
                    flags.add(name);
                }
            }
            return refilled(victim, dice, flags, victim.deal().rows());
        }
    },
    OTHER_NUMBER_OF_ROWS {
        @Override
        public @Nullable String change(Victim victim, Dice dice) {
            Map<String, Integer> rows = new HashMap<>(victim.deal().rows());
            rows.replaceAll((_, count) -> Math.max(1, count + dice.of(-1, 1)));
            return refilled(victim, dice, victim.deal().flags(), rows);
        }
    };

    /// Which clause may stand for another one.
    private interface Swap {
        boolean fits(ClauseVersion clause, ClauseVersion other);
    }

    @Override
    public abstract @Nullable String change(Victim victim, Dice dice);

    private static int anyClause(Victim victim, Dice dice) {
        return dice.upTo(victim.clauses().size());
    }

    private static int between(Victim victim, Dice dice) {
        return dice.chance(0.5) ? victim.lines().size() : victim.start(anyClause(victim, dice));
    }

    private static @Nullable List<Line> printed(Victim victim, ClauseVersion clause, TemplateFiller filler, Dice dice) {
        boolean isComplete = filler.missing(clause.text().source()).isEmpty();
        return isComplete ? Printer.lines(filler, clause, 99, dice.of("", "9.1", "(z)")) : null;
    }

    private static @Nullable String added(Victim victim, Dice dice, Predicate<ClauseVersion> fits) {
        List<ClauseVersion> fitting =
                victim.deal().library().clauses().stream().filter(fits).toList();
        if (fitting.isEmpty()) {
            return null;
        }
        List<Line> more = printed(victim, dice.of(fitting), victim.deal().filler(_ -> "1.1"), dice);
        List<Line> lines = new ArrayList<>(victim.lines());
        return more != null && lines.addAll(between(victim, dice), more) ? Victim.text(lines) : null;
    }

    private static @Nullable String swapped(Victim victim, Dice dice, Swap swap) {
        int gone = anyClause(victim, dice);
        ClauseVersion clause = victim.clauses().get(gone);
        List<ClauseVersion> fitting = victim.deal().library().clauses().stream()
                .filter(other -> !other.equals(clause) && swap.fits(clause, other))
                .toList();
        if (fitting.isEmpty()) {
            return null;
        }
        List<Line> other = printed(victim, dice.of(fitting), victim.deal().filler(_ -> "1.1"), dice);
        List<Line> lines = new ArrayList<>(victim.lines());
        int at = victim.start(gone);
        lines.subList(at, victim.end(gone)).clear();
        return other != null && lines.addAll(at, other) ? Victim.text(lines) : null;
    }

    private static @Nullable String refilled(Victim victim, Dice dice, Set<String> flags, Map<String, Integer> rows) {
        TemplateFiller filler = new TemplateFiller(victim.deal().printed(), flags, rows, _ -> "1.1");
        List<Line> lines = new ArrayList<>();
        for (ClauseVersion clause : victim.clauses()) {
            List<Line> more = printed(victim, clause, filler, dice);
            if (more == null) {
                return null;
            }
            lines.addAll(more);
        }
        return Victim.text(lines);
    }
}
