package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.verification.attack.Victim.Line;
import org.proviso.verification.oracle.Dice;

/// Other values where a confirmed one stands.
enum SlotAttack implements Attack {
    WORD_AND_FIGURE {
        @Override
        @Nullable
        String other(String value, Victim victim, Dice dice) {
            return value.contains("(")
                    ? dice.of(
                            value.replaceFirst("\\([0-9]+\\)", "(" + dice.between(1, 99) + ")"),
                            value.replaceFirst("^[a-z-]+", dice.of("one", "two", "ten", "thirty")),
                            value.replaceFirst("^[a-z-]+ ", ""),
                            value.replaceFirst(" \\([0-9]+\\)", ""))
                    : null;
        }
    },
    SMUGGLED_EXCEPTION {
        @Override
        String other(String value, Victim victim, Dice dice) {
            return value
                    + dice.of(
                            ", except that no cap applies",
                            " unless inconvenient",
                            " and for any other reason",
                            ", if at all",
                            " without liability",
                            " provided it is free",
                            " subject to change",
                            " or as agreed");
        }
    },
    SMUGGLED_PARENTHESIS {
        @Override
        String other(String value, Victim victim, Dice dice) {
            return value
                    + dice.of(" (free of all liability)", " (non-binding)", " [or not]", " (\"Customer\")", " — not");
        }
    },
    SMUGGLED_LINK {
        @Override
        String other(String value, Victim victim, Dice dice) {
            return value
                    + dice.of(
                            " https://terms.example",
                            " www.terms.example",
                            " as in terms.example/no",
                            " see Section 9",
                            " @terms");
        }
    },
    SECOND_SENTENCE {
        @Override
        String other(String value, Victim victim, Dice dice) {
            return value + dice.of(". ", "; ", ": ", "\n\n", "\\\n", ".\n") + dice.of(Lies.SENTENCES);
        }
    },
    NEGATED_VALUE {
        @Override
        String other(String value, Victim victim, Dice dice) {
            return dice.of("not ", "no ", "other than ", "never ", "anyone but ", "non-", "neither ") + value;
        }
    },
    VALUE_CHANGED_WITHIN_ITS_GRAMMAR {
        @Override
        @Nullable
        String other(String value, Victim victim, Dice dice) {
            return Values.other(value, dice);
        }
    },
    ANOTHER_SLOTS_VALUE {
        @Override
        String other(String value, Victim victim, Dice dice) {
            return dice.of(List.copyOf(new TreeMap<>(victim.deal().printed()).values()));
        }
    },
    PLACEHOLDER {
        @Override
        String other(String value, Victim victim, Dice dice) {
            String name = dice.chance(0.7)
                    ? nameOf(value, victim)
                    : dice.of(List.copyOf(new TreeMap<>(victim.deal().printed()).keySet()));
            return "⟦" + name + "⟧";
        }
    },
    BLANK {
        @Override
        String other(String value, Victim victim, Dice dice) {
            return dice.of("", " ", "____", "TBD", "[ ]", "N/A", "...", "{{term}}", "-", "•");
        }
    },
    ANOTHER_WAY_OF_WRITING {
        @Override
        @Nullable
        String other(String value, Victim victim, Dice dice) {
            return Values.otherwiseWritten(value, dice);
        }
    },
    LOOK_ALIKE_VALUE {
        @Override
        @Nullable
        String other(String value, Victim victim, Dice dice) {
            return dice.of(
                    value.replaceFirst("[ae]", dice.of("а", "е", "á", "ɑ")),
                    value.replace('l', 'I'),
                    value.replace("O", "0"),
                    value.replaceFirst("(?<=\\w)(?=\\w)", dice.of("\u200b", "\u00ad", "\u0301")),
                    value + dice.of("\u200b", "\u202e", "²", "™"));
        }
    },
    DOUBLED_VALUE {
        @Override
        String other(String value, Victim victim, Dice dice) {
            return value + dice.of(" ", ", ", " and ", " or ") + value;
        }
    },
    TRUNCATED_VALUE {
        @Override
        @Nullable
        String other(String value, Victim victim, Dice dice) {
            int space = value.lastIndexOf(' ');
            return space < 0 ? null : dice.of(value.substring(0, space), value.substring(space + 1));
        }
    };

    /// One place where a value stands.
    private record Place(int line, int start, String value) {}

    @Override
    public @Nullable String change(Victim victim, Dice dice) {
        List<Place> places = places(victim);
        if (places.isEmpty()) {
            return null;
        }
        Place place = dice.of(places);
        String other = other(place.value(), victim, dice);
        if (other == null) {
            return null;
        }
        Line line = victim.lines().get(place.line());
        String before = line.text().substring(0, place.start());
        String after = line.text().substring(place.start() + place.value().length());
        return victim.with(place.line(), line.withText(before + other + after));
    }

    abstract @Nullable String other(String value, Victim victim, Dice dice);

    private static List<Place> places(Victim victim) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < victim.lines().size(); i++) {
            Line line = victim.lines().get(i);
            for (String value : victim.deal().printed().values()) {
                int start = line.isHeading() ? -1 : line.text().indexOf(value);
                if (start >= 0) {
                    places.add(new Place(i, start, value));
                }
            }
        }
        places.sort(java.util.Comparator.comparingInt(Place::line)
                .thenComparingInt(Place::start)
                .thenComparing(Place::value));
        return places;
    }

    private static String nameOf(String value, Victim victim) {
        return new TreeMap<>(victim.deal().printed())
                .entrySet().stream()
                        .filter(entry -> entry.getValue().equals(value))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
    }
}
