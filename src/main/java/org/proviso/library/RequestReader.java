package org.proviso.library;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;

/// Turns the words of a request into values of a library, and collects what is wrong with them, so that every
/// interface gives the same messages.
public final class RequestReader {

    /// Slots that a message names.
    private static final int MAX_NAMED = 60;

    private final LibrarySnapshot library;
    private final List<FieldProblem> problems = new ArrayList<>();

    public RequestReader(LibrarySnapshot library) {
        this.library = library;
    }

    public LibrarySnapshot library() {
        return library;
    }

    public void report(FieldProblem problem) {
        problems.add(problem);
    }

    /// @throws InvalidRequestException if anything was reported
    public void throwProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
    }

    /// Reads a text by a constructor or parser that refuses by `IllegalArgumentException`; null after a report.
    public <T> @Nullable T read(String field, @Nullable String text, Function<String, T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(FieldProblem.refused(field, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /// Reads an ISO date; `absent` if there is none or it is wrong.
    public LocalDate date(String field, @Nullable String text, LocalDate absent) {
        if (text == null) {
            return absent;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(
                    FieldProblem.refused(field, "\"" + Excerpt.of(text) + "\" is not a day: write it as 2026-01-31."));
            return absent;
        }
    }

    /// The recipe of that name; null after a report, or if no name is given.
    public @Nullable ContractType contractType(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        ContractType found = library.contractTypes().stream()
                .filter(recipe -> recipe.id().value().equals(text))
                .findFirst()
                .orElse(null);
        if (found == null) {
            problems.add(FieldProblem.refused(
                    field,
                    "\"" + Excerpt.of(text) + "\" is not a contract type of this library: it has "
                            + ids(library.contractTypes()) + "."));
        }
        return found;
    }

    public @Nullable Jurisdiction jurisdiction(String field, @Nullable String text) {
        return read(field, text, Jurisdiction::new);
    }

    /// Reads slot values against every clause that declares the slot; a value has to fit at least one of them. Takes
    /// time for the values given, not for the library.
    ///
    /// @param field where the values stand in the request
    /// @param texts by slot name, cells of rows as [ValueTexts] names them
    /// @param recipe the contract type whose slots they may be, or null for those of the whole library
    /// @return values by name; of rows, the count and one value for each cell
    public Map<String, SlotValue> values(String field, Map<String, String> texts, @Nullable ContractType recipe) {
        Map<String, SlotValue> values = new TreeMap<>();
        if (texts.isEmpty()) {
            return values;
        }
        ValueTexts given = ValueTexts.of(field, texts, problems::add);
        Map<String, List<Slot>> ofRecipe = recipe == null ? Map.of() : slots(recipe);
        for (String name : given.names()) {
            List<Slot> declared = recipe == null ? slots(name) : ofRecipe.getOrDefault(name, List.of());
            if (Slot.referenced(name) != null) {
                declared = List.of(Slot.of(name, SlotType.LABEL));
            }
            if (declared.isEmpty()) {
                Set<String> known = recipe == null ? library.slotNames() : ofRecipe.keySet();
                problems.add(FieldProblem.refused(
                        field + "." + Excerpt.of(name), "There is no such slot: the slots are " + some(known) + "."));
            } else {
                given.refuseUnknownColumns(name, declared, problems::add);
                read(given, declared).forEach(values::putIfAbsent);
            }
        }
        return values;
    }

    private Map<String, List<Slot>> slots(ContractType recipe) {
        return Stream.concat(
                        recipe.families()
                                .flatMap(family -> library.family(family).stream())
                                .flatMap(clause -> clause.slots().values().stream()),
                        recipe.slots().values().stream())
                .distinct()
                .collect(Collectors.groupingBy(Slot::name, TreeMap::new, Collectors.toList()));
    }

    private List<Slot> slots(String name) {
        return Stream.concat(
                        library.slots(name).stream(),
                        library.contractTypes().stream()
                                .map(recipe -> recipe.slots().get(name))
                                .filter(Objects::nonNull))
                .distinct()
                .toList();
    }

    private static String some(Set<String> names) {
        return names.size() <= MAX_NAMED
                ? names.toString()
                : names.stream().limit(MAX_NAMED).toList() + " and " + (names.size() - MAX_NAMED) + " more";
    }

    /// What the declarations that accept the texts make of them; if none does, the first one's problems are
    /// reported.
    private Map<String, SlotValue> read(ValueTexts given, List<Slot> declared) {
        Map<String, SlotValue> values = new TreeMap<>();
        List<FieldProblem> first = null;
        boolean accepted = false;
        for (Slot slot : declared) {
            List<FieldProblem> wrong = new ArrayList<>();
            Map<String, SlotValue> read = given.read(slot, library.slotFormat(), wrong::add);
            if (wrong.isEmpty()) {
                read.forEach(values::putIfAbsent);
                accepted = true;
            }
            first = first == null ? wrong : first;
        }
        if (!accepted && first != null) {
            problems.addAll(first);
        }
        return values;
    }

    private static String ids(Collection<ContractType> contractTypes) {
        return contractTypes.stream()
                .map(ContractType::id)
                .map(ContractTypeId::value)
                .collect(Collectors.joining(", "));
    }
}
