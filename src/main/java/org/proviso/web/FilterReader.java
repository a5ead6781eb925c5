package org.proviso.web;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Position;
import org.proviso.library.ContractType;
import org.proviso.library.FieldProblem;
import org.proviso.library.RequestReader;
import org.proviso.retrieval.ClauseFilter;

/// Reads the fields that restrict a search; queries and chat have the same.
final class FilterReader {

    private FilterReader() {}

    /// @param prefix what problems put before a field's name
    /// @param fields from a field's name to its text, or null
    static ClauseFilter read(
            RequestReader problems, String prefix, Function<String, @Nullable String> fields, LocalDate today) {
        ContractType contract = problems.contractType(prefix + "contract", fields.apply("contract"));
        return new ClauseFilter(
                problems.date(prefix + "asOf", fields.apply("asOf"), today),
                problems.jurisdiction(prefix + "jurisdiction", fields.apply("jurisdiction")),
                contract == null ? null : contract.id(),
                problems.read(prefix + "position", fields.apply("position"), Position::parse),
                category(problems, prefix + "category", fields.apply("category")));
    }

    private static @Nullable String category(RequestReader problems, String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        SortedSet<String> categories = problems.library().clauses().stream()
                .map(ClauseVersion::category)
                .collect(Collectors.toCollection(TreeSet::new));
        String key = ClauseFilter.categoryKey(text);
        if (categories.stream().map(ClauseFilter::categoryKey).noneMatch(key::equals)) {
            problems.report(FieldProblem.refused(
                    field,
                    "\"" + Excerpt.of(text) + "\" is not a category of this library: it has "
                            + String.join(", ", categories) + "."));
        }
        return text;
    }
}
