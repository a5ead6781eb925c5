package org.proviso.migration;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;

/// Reads one sheet of an Excel workbook, row by row. What its formulas came to is taken as it is stored;
/// nothing is computed, run or followed.
final class XlsxSource {

    private static final int MAX_CELLS = 1_000;
    private static final Pattern DATE = Pattern.compile("(?i)(?:\\[[^]]*]|\"[^\"]*\"|\\\\.|[^ymdhs])*[ymd].*");

    private final String name;
    private final List<Finding> findings;

    private XlsxSource(String name, List<Finding> findings) {
        this.name = name;
        this.findings = findings;
    }

    static SourceContent read(Path file, ImportRequest request) throws IOException {
        String name = Sources.name(file);
        List<Finding> findings = new ArrayList<>();
        boolean formats = XlsxArchive.check(file, name, findings);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(formats, true))) {
            XlsxSource source = new XlsxSource(name, findings);
            List<Row> rows = source.rows(source.sheet(workbook, request.sheet()));
            return TableSource.read(name, rows, request, findings);
        } catch (ExcelReaderException e) {
            throw new UnusableImport(name + " is not a workbook that can be read: " + e.getMessage() + ".");
        }
    }

    private Sheet sheet(ReadableWorkbook workbook, @Nullable String wanted) {
        List<Sheet> sheets = workbook.getSheets().toList();
        Sheet chosen = sheets.stream()
                .filter(sheet -> wanted == null
                        ? sheet.getVisibility() == SheetVisibility.VISIBLE
                        : sheet.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UnusableImport(name + " has no sheet "
                        + (wanted == null ? "that is shown" : "\"" + Excerpt.of(wanted) + "\"") + ": there are "
                        + sheets.stream()
                                .map(sheet -> Excerpt.of(sheet.getName()))
                                .toList() + "."));
        sheets.stream()
                .filter(sheet -> sheet != chosen)
                .forEach(sheet -> findings.add(Finding.note(
                        new Place(name, 1, "sheet " + sheet.getName()),
                        "The sheet \"" + Excerpt.of(sheet.getName()) + "\" is not read.",
                        "Import it by --sheet.")));
        return chosen;
    }

    private List<Row> rows(Sheet sheet) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
            Iterator<org.dhatim.fastexcel.reader.Row> all = stream.iterator();
            while (all.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = all.next();
                if (rows.size() == TableSource.MAX_ROWS || row.getCellCount() > MAX_CELLS) {
                    throw new UnusableImport(name + " has more than 100,000 rows, or 1,000 cells in one. Split it.");
                }
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null ? "" : text(cell, row.getRowNum()));
                }
                rows.add(new Row(row.getRowNum(), row.getRowNum(), cells));
            }
        }
        return rows;
    }

    private String text(Cell cell, int row) {
        Place place = new Place(name, row, "cell " + cell.getAddress());
        if (cell.getType() == CellType.FORMULA) {
            findings.add(Finding.note(
                    place,
                    "The formula \"" + Excerpt.of(String.valueOf(cell.getFormula())) + "\" stays out; its stored"
                            + " result is taken.",
                    "See that it is the right one."));
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, place);
            case ERROR -> {
                findings.add(Finding.note(place, "The cell holds an error and counts as empty.", "Mend the formula."));
                yield "";
            }
            case EMPTY -> "";
            // Excel writes a carriage return so.
            case STRING, BOOLEAN -> cell.getText().replace("_x000D_", "");
            case FORMULA -> String.valueOf(cell.getRawValue() == null ? "" : cell.getRawValue());
        };
    }

    /// A whole number as it is, a date as an ISO day, anything else noted.
    private String number(Cell cell, Place place) {
        String format = cell.getDataFormatString();
        if (format != null
                && !format.equalsIgnoreCase("General")
                && DATE.matcher(format).matches()) {
            String day = cell.asDate().toLocalDate().toString();
            findings.add(Finding.note(place, "The date is read as " + day + "."));
            return day;
        }
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        if (number.scale() > 0) {
            findings.add(Finding.note(
                    place,
                    "The number is read as " + number.toPlainString() + ", without the format that it is shown in."));
        }
        return number.toPlainString();
    }
}
