package org.proviso.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.library.ContractType;
import org.proviso.library.RequestReader;
import org.proviso.retrieval.ClauseFilter;
import picocli.CommandLine.Option;

/// Which clauses a search looks at.
final class FilterOptions {

    @Option(names = "--jurisdiction", paramLabel = "CODE", description = "clauses for this law or for any")
    private @Nullable String jurisdiction;

    @Option(names = "--contract-type", paramLabel = "ID", description = "clauses of this recipe")
    private @Nullable String contractType;

    @Option(names = "--position", paramLabel = "POSITION", description = "preferred, fallback-1, …")
    private @Nullable String position;

    @Option(names = "--category", paramLabel = "NAME", description = "clauses of this category")
    private @Nullable String category;

    @Option(names = "--as-of", paramLabel = "DATE", description = "clauses in force on this day (default: today)")
    private @Nullable String asOf;

    ClauseFilter filter(Workbench workbench) {
        RequestReader reader = new RequestReader(workbench.library());
        LocalDate day = reader.date("--as-of", asOf, workbench.today());
        Jurisdiction law = reader.jurisdiction("--jurisdiction", jurisdiction);
        ContractType recipe = reader.contractType("--contract-type", contractType);
        Position asked = reader.read("--position", position, Position::parse);
        reader.throwProblems();
        return new ClauseFilter(day, law, recipe == null ? null : recipe.id(), asked, category);
    }
}
