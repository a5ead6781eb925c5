package org.proviso.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The table of packages of the design (section 4) as data, and the tests that the code keeps to it.
final class PackageDependenciesTest {

    /// What each package may use besides itself.
    static final Map<String, Set<String>> MAY_USE = table();

    /// Who may import a technology; the longest prefix that fits decides. A technology without an entry is
    /// free, and `app`, which wires everything, may import any.
    static final Map<String, Set<String>> TECHNOLOGIES = Map.ofEntries(
            entry("ai.djl", Set.of("onnx")),
            entry("ai.onnxruntime", Set.of("onnx")),
            entry("dev.langchain4j", Set.of("langchain4j")),
            entry("io.quarkus", Set.of("web")),
            entry("io.smallrye", Set.of("web")),
            entry("io.vertx", Set.of("web")),
            entry("jakarta", Set.of("web")),
            // docx4j's object model is made of JAXB classes.
            entry("jakarta.xml.bind", Set.of("office")),
            entry("org.apache.commons.csv", Set.of("migration")),
            entry("org.apache.lucene", Set.of("lucene")),
            entry("org.dhatim", Set.of("migration")),
            entry("org.docx4j", Set.of("office")),
            entry("org.ejml", Set.of("tuning")),
            entry("org.eclipse.microprofile", Set.of("web")),
            // The descriptions of fields that OpenAPI shows stand at the fields.
            entry("org.eclipse.microprofile.openapi", Set.of("json", "web")),
            entry("picocli", Set.of("cli")));

    /// The packages that the promise rests on, and all that they may import from outside Proviso.
    static final Set<String> TRUSTED_BASE = Set.of("clause", "document", "verification");

    static final Set<String> TRUSTED_BASE_IMPORTS = Set.of("java", "com.ibm.icu", "org.commonmark", "org.jspecify");

    private static final JavaClasses PROVISO =
            PackageRules.classesBelow("org.proviso", ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);

    private final PackageRules rules =
            new PackageRules("org.proviso", MAY_USE, TECHNOLOGIES, TRUSTED_BASE, TRUSTED_BASE_IMPORTS);

    @Test
    void thereAreClassesToCheck() {
        assertTrue(
                PROVISO.size() > 0, "No class was found under org.proviso. Maybe the tests ran before the compiler.");
    }

    @Test
    void everyPackageHasARow() {
        assertNone(rules.packagesWithoutRow(PROVISO));
    }

    @Test
    void everyPackageUsesOnlyWhatItsRowAllows() {
        assertNone(rules.dependenciesOutsideTheTable(PROVISO));
    }

    @Test
    void thePackagesHaveNoCycle() {
        assertNone(rules.cycles(PROVISO));
    }

    @Test
    void everyPackageHasANullMarkedCharter() {
        assertNone(rules.packagesWithoutCharter(PROVISO));
    }

    @Test
    void nothingIsInjectedIntoAField() {
        assertNone(rules.injectedFields(PROVISO));
    }

    @Test
    void everyTechnologyStaysInItsAdapter() {
        assertNone(rules.technologiesOutsideTheirAdapter(PROVISO));
    }

    @Test
    void theTrustedBaseImportsNothingButTheJdkIcuAndCommonMark() {
        assertNone(rules.foreignImportsOfTheTrustedBase(PROVISO));
    }

    private static void assertNone(List<String> violations) {
        assertEquals("", String.join("\n", violations));
    }

    private static Map<String, Set<String>> table() {
        var rows = new LinkedHashMap<String, Set<String>>();
        rows.put("clause", Set.of());
        rows.put("library", Set.of("clause"));
        rows.put("document", Set.of("clause"));
        rows.put("verification", Set.of("clause", "library", "document"));
        rows.put("certificate", Set.of("clause", "library", "document", "verification"));
        rows.put("review", Set.of("clause", "library", "document", "verification"));
        rows.put("retrieval", Set.of("clause", "library"));
        rows.put("inference", Set.of());
        rows.put("prompt", Set.of("clause", "library", "retrieval"));
        rows.put("guardrail", Set.of("clause", "library", "retrieval", "verification"));
        rows.put("migration", Set.of("clause", "library", "document", "verification"));
        rows.put("voice", Set.of("clause", "inference", "prompt", "guardrail", "verification"));
        rows.put("drafting", all(rows));
        rows.put("answering", allBut(rows, "drafting"));
        rows.put("evaluation", all(rows));
        rows.put("tuning", all(rows));

        Set<String> aboveTheAdapters = all(rows);
        rows.put("lucene", Set.of("clause", "library", "retrieval"));
        rows.put("onnx", Set.of("clause", "retrieval"));
        rows.put("langchain4j", Set.of("inference"));
        rows.put("office", Set.of("clause", "document", "verification"));
        // The shapes that web and cli share, since they may not see each other.
        rows.put("json", aboveTheAdapters);
        Set<String> exposed = with(aboveTheAdapters, "json");
        rows.put("web", exposed);
        rows.put("cli", exposed);
        rows.put("app", all(rows));
        return Map.copyOf(rows);
    }

    private static Set<String> all(Map<String, Set<String>> rows) {
        return Set.copyOf(rows.keySet());
    }

    private static Set<String> with(Set<String> names, String added) {
        Set<String> all = new TreeSet<>(names);
        all.add(added);
        return Set.copyOf(all);
    }

    private static Set<String> allBut(Map<String, Set<String>> rows, String excluded) {
        Set<String> names = new TreeSet<>(rows.keySet());
        names.remove(excluded);
        return Set.copyOf(names);
    }
}
