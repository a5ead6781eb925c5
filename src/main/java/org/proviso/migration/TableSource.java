package org.proviso.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Excerpt;

/// Makes clauses of the rows of a table, whose first row that is not blank names the columns.
final class TableSource {

    /// No table has more rows.
    static final int MAX_ROWS = 100_000;

    private final String file;
    private final ImportRequest request;
    private final Columns columns;
    private final List<Finding> findings;
    private final Gaps gaps = new Gaps();

    private TableSource(String file, ImportRequest request, Columns columns, List<Finding> findings) {
        this.file = file;
        this.request = request;
        this.columns = columns;
        this.findings = findings;
    }

    /// @param rows every row, the blank ones too
    /// @param findings what the reader of the rows found
    static SourceContent read(String file, List<Row> rows, ImportRequest request, List<Finding> findings) {
        List<Row> filled = rows.stream().filter(row -> !row.isBlank()).toList();
        if (filled.isEmpty()) {
            throw new UnusableImport(file + " holds no row.");
        }
        Row head = filled.getFirst();
        Columns columns = Columns.of(head.cells(), request.columns());
        TableSource table = new TableSource(file, request, columns, findings);
        table.noteUntaken(head, filled);
        return SourceContent.of(table.clauses(filled.subList(1, filled.size())), findings);
    }

    private void noteUntaken(Row head, List<Row> rows) {
        Map<Integer, Integer> cells = new HashMap<>();
        for (Row row : rows.subList(1, rows.size())) {
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.cells().get(i).isBlank()) {
                    cells.merge(i, 1, Integer::sum);
                }
            }
        }
        columns.untaken()
                .forEach((place, heading) -> findings.add(Finding.note(
                        head.place(file),
                        "The column "
                                + (heading.isEmpty() ? "number " + (place + 1) : "\"" + Excerpt.of(heading) + "\"")
                                + " with " + cells.getOrDefault(place, 0) + " filled cells stays out.",
                        "Maybe it is one of " + String.join(", ", Column.keys()) + ": --column KEY=HEADING.")));
        cells.keySet().stream()
                .filter(place -> place >= head.cells().size())
                .sorted()
                .forEach(place -> findings.add(Finding.note(
                        head.place(file),
                        cells.get(place) + " cells stand in column " + (place + 1) + ", which has no heading, and stay"
                                + " out.")));
    }

    private List<Incoming> clauses(List<Row> rows) {
        List<RowFields> read = new ArrayList<>();
        Names ids = new Names();
        for (Row row : rows) {
            RowFields fields = new RowFields(row.place(file), row.cells(), columns, request, findings);
            if (fields.read(ids)) {
                fields.paragraphs().forEach(gaps::look);
                read.add(fields);
            }
        }
        ClauseMaking making = new ClauseMaking(gaps);
        List<Incoming> clauses = new ArrayList<>();
        for (RowFields row : read) {
            Optional<ClauseVersion> clause = making.make(row.place(), row.fields(), row.paragraphs(), findings);
            clause.ifPresent(made -> clauses.add(new Incoming(row.place(), made)));
        }
        return clauses;
    }
}
