package org.proviso.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Jurisdiction;

/// When an item of a recipe is part of the contract: every requirement has to hold.
public record Condition(List<Requirement> requirements) {

    /// Of an item that every contract of the type has.
    public static final Condition ALWAYS = new Condition(List.of());

    /// One thing that has to be so.
    public sealed interface Requirement {}

    /// The contract is under one of these laws.
    public record Law(List<Jurisdiction> anyOf) implements Requirement {
        public Law {
            anyOf = List.copyOf(anyOf);
        }
    }

    /// A slot has one of these values, written as [org.proviso.clause.SlotFormat#write] writes them.
    public record Answer(String slot, List<String> anyOf) implements Requirement {
        public Answer {
            anyOf = List.copyOf(anyOf);
        }
    }

    /// What is known of a condition.
    public enum State {
        HOLDS,
        FAILS,
        /// Nothing that is known speaks against it, but not all is known.
        OPEN
    }

    public Condition {
        requirements = List.copyOf(requirements);
    }

    /// @param law the law of the contract, or null if it is not known
    /// @param answers the values that are known, written, by slot name
    public State state(@Nullable Jurisdiction law, Map<String, String> answers) {
        State state = State.HOLDS;
        for (Requirement requirement : requirements) {
            State one = switch (requirement) {
                case Law(List<Jurisdiction> anyOf) -> state(law, anyOf);
                case Answer(String slot, List<String> anyOf) -> state(answers.get(slot), anyOf);
            };
            if (one == State.FAILS) {
                return State.FAILS;
            }
            state = one == State.OPEN ? State.OPEN : state;
        }
        return state;
    }

    private static <T> State state(@Nullable T known, List<T> anyOf) {
        if (known == null) {
            return State.OPEN;
        }
        return anyOf.contains(known) ? State.HOLDS : State.FAILS;
    }

    /// Both conditions.
    public Condition and(Condition other) {
        List<Requirement> both = new ArrayList<>(requirements);
        both.addAll(other.requirements);
        return new Condition(both);
    }

    /// The slots that it asks, in name order.
    public SortedSet<String> slots() {
        SortedSet<String> slots = new TreeSet<>();
        for (Requirement requirement : requirements) {
            if (requirement instanceof Answer answer) {
                slots.add(answer.slot());
            }
        }
        return slots;
    }

    /// In words, such as `jurisdiction is US-CA or US-NY, and deal is large`.
    @Override
    public String toString() {
        return requirements.stream()
                .map(requirement -> switch (requirement) {
                    case Law(List<Jurisdiction> anyOf) -> "jurisdiction is " + either(anyOf);
                    case Answer(String slot, List<String> anyOf) -> slot + " is " + either(anyOf);
                })
                .collect(Collectors.joining(", and "));
    }

    private static String either(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" or "));
    }
}
