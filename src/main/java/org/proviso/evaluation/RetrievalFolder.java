package org.proviso.evaluation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Jurisdiction;
import org.proviso.evaluation.Qrels.Judgement;
import org.proviso.library.ContractType;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.RequestReader;
import org.proviso.retrieval.ClauseFilter;

/// A data set in the layout of BEIR: `corpus.jsonl`, `queries.jsonl` and judgements in `qrels/*.tsv`.
///
/// Thakur et al., "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation of Information Retrieval Models",
/// NeurIPS 2021.
///
/// @param queries a file in the place of `queries.jsonl`, or null
/// @param splits which files of judgements to read, without folder and ending; all if it is empty
public record RetrievalFolder(Path folder, @Nullable Path queries, List<String> splits) {

    public RetrievalFolder {
        splits = List.copyOf(splits);
    }

    /// Whether the data set brings its own texts; else it judges the clauses of a library.
    public boolean hasCorpus() {
        return Files.exists(corpus());
    }

    /// Reads queries about the folder's own texts.
    ///
    /// @param day on which the search takes place
    /// @throws UnreadableDataException with everything that is wrong
    public RetrievalTask read(LocalDate day) {
        DataProblems problems = new DataProblems();
        List<RetrievalCorpus.Text> texts = new ArrayList<>();
        IdentifiedLines.read(corpus(), "text", problems, (line, id, text) -> {
            String title = line.text("title", "");
            texts.add(new RetrievalCorpus.Text(id, title == null ? "" : title, text));
        });
        boolean complete = problems.count() == 0;
        RetrievalCorpus corpus = RetrievalCorpus.of(texts);
        Qrels.Names names = new Qrels.Names(
                "text",
                name -> !complete || corpus.clause(name).isPresent(),
                "Add it to " + corpus().getFileName() + ", or drop its judgements.");
        return read(corpus, names, _ -> ClauseFilter.asOf(day), problems);
    }

    /// Reads queries about the clauses of a library that are in force on a day.
    ///
    /// @throws UnreadableDataException with everything that is wrong
    public RetrievalTask read(LibrarySnapshot library, LocalDate day) {
        DataProblems problems = new DataProblems();
        RetrievalCorpus corpus = RetrievalCorpus.of(library, day);
        Qrels.Names names = new Qrels.Names(
                "clause in force",
                name -> corpus.clause(name).isPresent(),
                "Name a clause of the library by its id, without a version.");
        return read(corpus, names, query -> filter(query, library, day), problems);
    }

    /// Makes the filter of a query, or reports what is wrong with it.
    @FunctionalInterface
    private interface Filters {
        ClauseFilter of(RetrievalQuery query);
    }

    private RetrievalTask read(RetrievalCorpus corpus, Qrels.Names texts, Filters filters, DataProblems problems) {
        int before = problems.count();
        Map<String, RetrievalQuery> read = queries(problems);
        Map<String, ClauseFilter> filterOf = new HashMap<>();
        read.values().forEach(query -> filterOf.put(query.id(), filters.of(query)));
        // Where a file is broken, what refers to it is no further problem.
        boolean complete = problems.count() == before;
        Qrels.Names names = new Qrels.Names(
                "query", name -> !complete || read.containsKey(name), "Add it to the queries, or drop its judgements.");
        Map<String, Map<String, Judgement>> judgements = new Qrels(names, texts, problems).read(judged(problems));
        problems.throwAny();
        List<JudgedQuery> queries = new ArrayList<>();
        for (RetrievalQuery query : read.values()) {
            Optional.ofNullable(judgements.get(query.id()))
                    .map(found -> new JudgedQuery(
                            query.id(),
                            query.text(),
                            query.tag(),
                            Objects.requireNonNull(filterOf.get(query.id())),
                            grades(found, corpus)))
                    .ifPresent(queries::add);
        }
        return new RetrievalTask(corpus, queries, read.size() - queries.size());
    }

    private Map<String, RetrievalQuery> queries(DataProblems problems) {
        Map<String, RetrievalQuery> read = new LinkedHashMap<>();
        Path file = queries == null ? folder.resolve("queries.jsonl") : queries;
        IdentifiedLines.read(file, "query", problems, (line, id, text) -> {
            if (text.isBlank()) {
                line.report("The query is blank.", "Write what is looked for.");
            }
            read.put(id, RetrievalQuery.of(line, id, text));
        });
        return read;
    }

    private static ClauseFilter filter(RetrievalQuery query, LibrarySnapshot library, LocalDate day) {
        RequestReader reader = new RequestReader(library);
        ContractType contract = reader.contractType("contract", query.contract());
        Jurisdiction jurisdiction = reader.jurisdiction("jurisdiction", query.jurisdiction());
        try {
            reader.throwProblems();
        } catch (InvalidRequestException e) {
            e.problems()
                    .forEach(problem -> query.line()
                            .report(
                                    problem.message(),
                                    "Correct \"" + problem.field() + "\" in the metadata, or leave it out."));
        }
        return new ClauseFilter(day, jurisdiction, contract == null ? null : contract.id(), null, null);
    }

    /// The files of judgements, in name order.
    private List<Path> judged(DataProblems problems) {
        Path qrels = folder.resolve("qrels");
        if (!splits.isEmpty()) {
            return splits.stream()
                    .distinct()
                    .map(split -> qrels.resolve(split + ".tsv"))
                    .toList();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(qrels, "*.tsv")) {
            tables.forEach(files::add);
        } catch (IOException e) {
            problems.report(
                    qrels, 0, "There is no such folder.", "Put the judgements there, in files such as test.tsv.");
            return List.of();
        }
        if (files.isEmpty()) {
            problems.report(qrels, 0, "The folder holds no judgements.", "Put them there, in files such as test.tsv.");
        }
        return files.stream().sorted().toList();
    }

    private static Map<ClauseVersionId, Integer> grades(Map<String, Judgement> judgements, RetrievalCorpus corpus) {
        Map<ClauseVersionId, Integer> grades = new HashMap<>();
        judgements.forEach((name, judgement) -> grades.put(corpus.clause(name).orElseThrow(), judgement.grade()));
        return grades;
    }

    private Path corpus() {
        return folder.resolve("corpus.jsonl");
    }
}
