package org.proviso.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each rule finds what is wrong in `fixture`, a program that breaks all of them, and nothing else there.
final class PackageRulesTest {

    private static final String ROOT = "org.proviso.architecture.fixture";

    private static final JavaClasses FIXTURE = PackageRules.classesBelow(ROOT);

    private final PackageRules rules = new PackageRules(
            ROOT,
            PackageDependenciesTest.MAY_USE,
            PackageDependenciesTest.TECHNOLOGIES,
            PackageDependenciesTest.TRUSTED_BASE,
            PackageDependenciesTest.TRUSTED_BASE_IMPORTS);

    @Test
    void aPackageWithoutARowIsFound() {
        assertEquals(
                List.of("The package " + ROOT + ".stray has no row in the table."), rules.packagesWithoutRow(FIXTURE));
    }

    @Test
    void aDependencyOutsideTheTableIsFound() {
        assertEquals(
                List.of(
                        ROOT + ".clause.ReachesUp may not use " + ROOT + ".library",
                        ROOT + ".lucene.ReachesAcross may not use " + ROOT + ".onnx"),
                rules.dependenciesOutsideTheTable(FIXTURE));
    }

    @Test
    void aCycleIsFound() {
        List<String> cycles = rules.cycles(FIXTURE);

        assertEquals(1, cycles.size());
        assertTrue(
                cycles.getFirst().matches("(?s)Cycle detected: Slice clause -> \\s+Slice library .*"),
                cycles::getFirst);
    }

    @Test
    void aPackageWithoutANullMarkedCharterIsFound() {
        assertEquals(
                List.of("The package " + ROOT + ".clause has no package-info.java with @NullMarked."),
                rules.packagesWithoutCharter(FIXTURE));
    }

    @Test
    void anInjectedFieldIsFound() {
        assertEquals(
                List.of(
                        "The field " + ROOT + ".web.Injected.port is injected. Take its value in the constructor.",
                        "The field " + ROOT + ".web.Injected.snapshot is injected. Take its value in the constructor."),
                rules.injectedFields(FIXTURE));
    }

    @Test
    void aTechnologyOutsideItsAdapterIsFound() {
        assertEquals(
                List.of(
                        ROOT + ".clause.ReachesUp may not use picocli",
                        ROOT + ".lucene.ReachesAcross may not use ai.onnxruntime"),
                rules.technologiesOutsideTheirAdapter(FIXTURE));
    }

    @Test
    void aForeignImportOfTheTrustedBaseIsFound() {
        assertEquals(
                List.of(ROOT + ".clause.ReachesUp may not use picocli"), rules.foreignImportsOfTheTrustedBase(FIXTURE));
    }
}
