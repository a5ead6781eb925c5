package org.proviso.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Status;
import org.proviso.library.LibraryProblem;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LoadResult;
import org.proviso.migration.Finding.Kind;
import org.proviso.migration.ImportReport.Outcome;
import org.proviso.migration.SourceContent.Recipe;
import org.proviso.verification.UnverifiableClauseException;
import org.proviso.verification.Verifier;

/// Decides what of a source is new, and tries it in a copy of the library.
final class Staging {

    /// Findings of one line stay in the order in which they were made.
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.kind() != Kind.PROBLEM)
            .thenComparing(finding -> finding.place().file())
            .thenComparingInt(finding -> finding.place().line());

    private final ImportRequest request;
    private final Target target;
    private final SourceContent content;
    private final Path stage;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<ClauseVersionId, Incoming> clauses = new LinkedHashMap<>();
    private final Map<ContractTypeId, Recipe> recipes = new LinkedHashMap<>();

    /// @param candidate what has to be moved into its place; null if there is nothing
    record Result(ImportReport report, @Nullable Candidate candidate) {}

    Staging(ImportRequest request, Target target, SourceContent content, Path stage) {
        this.request = request;
        this.target = target;
        this.content = content;
        this.stage = stage;
    }

    void note(String message) {
        findings.add(Finding.note(source(), message));
    }

    Result run() throws IOException {
        findings.addAll(content.findings());
        content.recipes().forEach(this::sort);
        content.clauses().forEach(this::sort);
        @Nullable LibrarySettings settings = settings();
        if (has(Kind.PROBLEM) && !request.skip()) {
            return refused();
        }
        findings.replaceAll(finding -> finding.kind() == Kind.PROBLEM ? finding.as(Kind.SKIPPED) : finding);
        if (clauses.isEmpty() && recipes.isEmpty()) {
            return new Result(report(has(Kind.SKIPPED) ? Outcome.REFUSED : Outcome.NOTHING_NEW, null), null);
        }
        String folder = target.newFolder(
                Names.slug(Sources.stem(request.source().toAbsolutePath().normalize())));
        while (true) {
            Plan plan = Plan.of(target, folder, clauses.values(), recipes.values(), settings);
            Candidate candidate = Candidate.make(target, plan, stage.resolve("candidate"));
            LoadResult result = candidate.load();
            if (result instanceof LoadResult.Loaded loaded) {
                return isVerifiable(loaded) ? accepted(plan, candidate) : refused();
            }
            List<LibraryProblem> problems = ((LoadResult.Refused) result).problems();
            boolean left = request.skip() && leaveOut(problems, plan);
            if (left && clauses.isEmpty() && recipes.isEmpty()) {
                return refused();
            }
            if (!left) {
                problems.forEach(problem -> findings.add(finding(problem, plan)));
                return refused();
            }
        }
    }

    private Result accepted(Plan plan, Candidate candidate) {
        return request.dryRun()
                ? new Result(report(Outcome.DRY_RUN, plan), null)
                : new Result(report(Outcome.WRITTEN, plan), candidate);
    }

    private boolean isVerifiable(LoadResult.Loaded loaded) {
        try {
            new Verifier(loaded.snapshot());
            return true;
        } catch (UnverifiableClauseException e) {
            Incoming incoming = clauses.get(e.clause());
            findings.add(Finding.problem(
                    incoming == null ? source() : incoming.place(),
                    e.getMessage() + ".",
                    "Take such clauses out of the source, or mend them."));
            return false;
        }
    }

    private Result refused() {
        return new Result(report(Outcome.REFUSED, null), null);
    }

    private boolean has(Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }

    private void sort(Incoming incoming) {
        ClauseVersion clause = incoming.clause();
        ClauseVersionId id = clause.versionId();
        if (clauses.containsKey(id)) {
            findings.add(Finding.problem(
                    incoming.place(),
                    id + " stands at " + clauses.get(id).place() + " too.",
                    "Give one of them another id or version."));
        } else if (target.holdsWording(clause)) {
            findings.add(new Finding(Kind.THERE, incoming.place(), id + " is in the library already.", ""));
        } else if (target.holds(clause)) {
            findings.add(Finding.problem(
                    incoming.place(),
                    id + " is in the library with another wording, and no wording changes under its number.",
                    "Give it the version " + (target.highest(clause) + 1) + ", or another id."));
        } else {
            clauses.put(id, incoming);
        }
    }

    private void sort(Recipe recipe) {
        ContractTypeId id = recipe.contractType().id();
        var known = target.library() == null
                ? null
                : target.library().contractType(id).orElse(null);
        if (recipes.containsKey(id)) {
            findings.add(Finding.problem(recipe.place(), "The recipe " + id + " stands twice.", "Keep one."));
        } else if (known == null) {
            recipes.put(id, recipe);
        } else if (known.equals(recipe.contractType())) {
            findings.add(
                    new Finding(Kind.THERE, recipe.place(), "The recipe " + id + " is in the library already.", ""));
        } else {
            findings.add(Finding.problem(
                    recipe.place(),
                    "The recipe " + id + " is in the library, and says something else.",
                    "Merge it by hand into contracts/" + id + ".yaml, or give it another id."));
        }
    }

    /// The settings of a library that is made.
    private @Nullable LibrarySettings settings() {
        LibrarySettings own = content.settings();
        if (target.library() != null) {
            if (own != null && !own.equals(target.library().settings())) {
                note("The settings of the source are not those of the library, and stay out.");
            }
            if (request.jurisdiction() != null) {
                note("The library has a default jurisdiction, which stays as it is.");
            }
            if (Files.exists(target.folder().resolve("library.sig"))) {
                note("The library's root changes: sign it again.");
            }
            return null;
        }
        if (own != null) {
            return own;
        }
        String name = Objects.toString(target.folder().getFileName(), "library");
        if (request.jurisdiction() == null) {
            throw new UnusableImport("The library " + request.library()
                    + " is not there yet. Name its default jurisdiction, such as --jurisdiction US-DE.");
        }
        return new LibrarySettings(Names.slug(name), name, "en", ContractLocale.EN_US, request.jurisdiction());
    }

    /// Leaves out the clauses that problems are about.
    ///
    /// @return whether there was one
    private boolean leaveOut(List<LibraryProblem> problems, Plan plan) {
        boolean found = false;
        for (LibraryProblem problem : problems) {
            Incoming at = plan.clauses().get(problem.file());
            for (Incoming incoming : at != null ? List.of(at) : named(problem)) {
                found |= clauses.remove(incoming.clause().versionId()) != null;
                findings.add(new Finding(Kind.SKIPPED, incoming.place(), problem.message(), problem.remedy()));
            }
        }
        return found;
    }

    /// The new clauses that a problem of another file names.
    private List<Incoming> named(LibraryProblem problem) {
        return clauses.values().stream()
                .filter(incoming -> Pattern.compile("(?<![a-z0-9.-])"
                                + Pattern.quote(incoming.clause().id().value()) + "(?![a-z0-9-])")
                        .matcher(problem.message())
                        .find())
                .toList();
    }

    private static Finding finding(LibraryProblem problem, Plan plan) {
        Place place = plan.places().get(problem.file());
        return place != null
                ? Finding.problem(place, problem.message(), problem.remedy())
                : Finding.problem(
                        new Place(plan.before(problem.file()), problem.line(), "in the library"),
                        problem.message(),
                        problem.remedy());
    }

    private Place source() {
        return new Place(Sources.name(request.source()), 1, "");
    }

    private ImportReport report(Outcome outcome, @Nullable Plan plan) {
        boolean comes = plan != null;
        return new ImportReport(
                outcome,
                comes ? clauses.keySet().stream().sorted().map(Object::toString).toList() : List.of(),
                comes
                        ? (int) clauses.values().stream()
                                .filter(incoming -> incoming.clause().status() == Status.DRAFT)
                                .count()
                        : 0,
                comes ? recipes.keySet().stream().map(Object::toString).sorted().toList() : List.of(),
                plan != null ? plan.newNames() : List.of(),
                findings.stream().sorted(ORDER).toList());
    }
}
