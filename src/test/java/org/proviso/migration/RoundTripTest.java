package org.proviso.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.library.LibrarySnapshot;
import org.proviso.migration.ImportReport.Outcome;
import org.proviso.testkit.LibraryFolder;
import org.proviso.testkit.SampleLibrary;

/// The law of import and export: `import(export(library))` has the library's root.
class RoundTripTest {

    @TempDir
    private Path folder;

    private LibrarySnapshot roundTrip(LibrarySnapshot library) throws Exception {
        Path export = Files.write(
                folder.resolve("export.jsonl"), LibraryExport.lines(library).toList());
        Path copy = folder.resolve("copy");
        ImportReport report = Imports.run(Imports.request(export, copy));
        assertEquals(Outcome.WRITTEN, report.outcome(), report::toString);
        assertEquals(List.of(), report.findings());
        return Imports.load(copy);
    }

    @Test
    void theShippedLibraryKeepsItsRoot() throws Exception {
        LibrarySnapshot copy = roundTrip(SampleLibrary.library());

        assertEquals(SampleLibrary.library().root(), copy.root());
        assertEquals(
                LibraryExport.lines(SampleLibrary.library()).toList(),
                LibraryExport.lines(copy).toList());
    }

    @Test
    void everyFeatureOfTheFormatComesThrough() throws Exception {
        LibrarySnapshot library = new LibraryFolder(folder.resolve("full"))
                .write(
                        "library.yaml",
                        "id: full\nname: 'All: \"of\" it, #1'\nlanguage: en\nlocale: en-GB\n"
                                + "default-jurisdiction: GB-EAW\nlint: {rules: {near-duplicate: off, expiring: error}, expiring-days: 120, names: ['Court: of', Delaware]}\n")
                .write("contracts/order.yaml", """
                        id: order
                        title: "Order: \\"small\\" & large"
                        description: "First line.\\nSecond line: with #signs, [brackets] and 'quotes'."
                        jurisdictions: [US-DE, GB-EAW]
                        slots:
                          deal: {type: choice, choices: [small, "large, and urgent", "yes"], default: small, ask: "How: large?"}
                          express: {type: flag, default: "false"}
                        sections:
                          - clauses:
                              - {family: frame, style: title}
                          - heading: "Money, and fees"
                            when: {jurisdiction: [US-DE], express: "true"}
                            clauses:
                              - {family: fees, when: {jurisdiction: [US-DE, GB-EAW], deal: [small, "yes"]}}
                              - {family: cap, optional: true, default: include}
                          - heading: Rest
                            clauses:
                              - {family: rest, optional: true, when: {deal: "large, and urgent"}}
                        """)
                .write("clauses/frame.md", """
                        ---
                        id: frame
                        version: 2
                        title: "Frame: the \\u201Cstart\\u201D"
                        category: 'A: b, #c'
                        may-agree: general counsel
                        status: approved
                        valid: {from: 2026-01-01, until: 2030-12-31}
                        approved: {by: "O'Neil, Ann: legal", on: 2025-12-24}
                        conspicuous: true
                        slots:
                          day: {type: date, min: 2026-01-01, max: 2030-12-31, default: 2026-02-28}
                          law: {type: jurisdiction, default: GB-EAW}
                          term: {type: duration, min: 30 days, max: three (3) years, default: 12 months}
                          pay: {type: money, min: USD 0.5, max: "USD 1,000,000", default: USD 12.50}
                          share: {type: percent, max: "12.5%", default: "5"}
                          count: {type: integer, min: 1, max: "100,000", default: "1,234"}
                          who: {type: party, max-words: 7, default: "Müller & Söhne, Inc."}
                          mail: {type: email, default: legal@example.com}
                          how: {type: choice, choices: ["by post", "it’s fine"], default: "it's fine", ask: "Wie? Ünïcode 😀"}
                          loud: {type: flag, default: true}
                        defines: ["Order", "“Day”, the"]
                        uses: [Term]
                        requires: [rest]
                        conflicts: [rest]
                        guidance: "Line one\\n\\n  line: two\\ttab \\\\ back 😀"
                        source: "x: y"
                        ---
                        This order of {{day}} is under the laws of {{law}} for {{term}} and costs {{pay}} plus {{share}} for {{count}} things of {{who}} at {{mail}}, sent {{how}}, see {{ref rest}} and \\{{literal}}.

                        {{#if loud}}(a) Loud words stand here.{{else}}(a) Quiet words, “quoted” – and 50 % more.{{/if}}

                        - An item stands here.
                        """)
                .write(
                        "clauses/frame@1.md",
                        "---\nid: frame\nversion: 1\ntitle: Old frame\nstatus: retired\n---\n"
                                + "The older frame stands here as it did.\n")
                .clause(
                        "fees",
                        "slots: {fees: {type: rows, min: 0, max: 3, columns: {service: {type: text, max-words: 3},"
                                + " amount: {type: money, max: EUR 10, ask: How much?}}}}\nposition: fallback-2\n"
                                + "jurisdictions: [US-DE, GB-EAW]\ncontracts: [order]",
                        "These are the fees:\n\n{{#each fees}}- {{service}} for {{amount}}\n{{/each}}")
                .write("more.jsonl", """
                        {"id": "rest", "version": 1, "title": "Rest", "text": "The rest\\r\\nstays as it is."}
                        {"id": "rest", "version": 2, "title": "Rest", "status": "draft", "family": "rest", "text": "The rest changes soon."}
                        """)
                .snapshot();

        LibrarySnapshot copy = roundTrip(library);

        assertEquals(library.clauses(), copy.clauses());
        assertEquals(library.contractTypes().toString(), copy.contractTypes().toString());
        assertEquals(library.settings(), copy.settings());
        assertEquals(library.root(), copy.root());
    }

    @Test
    void theLinesOfTheClausesAreABulkFile() throws Exception {
        List<String> lines = LibraryExport.clauses(SampleLibrary.library()).toList();
        LibraryFolder bulk = new LibraryFolder(folder.resolve("bulk"));
        for (String file : List.of("clauses/cap.md", "contracts/loan.yaml")) {
            Files.delete(bulk.path().resolve(file));
        }
        SampleLibrary.library()
                .contractTypes()
                .forEach(recipe -> bulk.write(
                        "contracts/" + recipe.id() + ".yaml", org.proviso.library.LibraryWriter.recipeFile(recipe)));

        LibrarySnapshot read = bulk.write("all.jsonl", String.join("\n", lines)).snapshot();

        assertEquals(SampleLibrary.library().clauses(), read.clauses());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void randomLibrariesKeepTheirRoots(long seed) throws Exception {
        LibrarySnapshot library = new RandomLibrary(new Random(seed)).in(folder.resolve("random"));

        assertEquals(library.root(), roundTrip(library).root(), () -> "seed " + seed);
    }
}
