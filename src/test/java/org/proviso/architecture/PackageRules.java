package org.proviso.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// The rules on the packages below one root. Each returns its violations, one a line and sorted: none means kept.
///
/// @param root the package whose sub-packages are meant, such as `org.proviso`
/// @param mayUse by package name below the root, the packages it may use
/// @param technologies by prefix of foreign packages, who may import them besides `app`; the longest prefix decides
/// @param trusted the packages that may import only `trustedImports` from outside the root
/// @param trustedImports prefixes of foreign packages
record PackageRules(
        String root,
        Map<String, Set<String>> mayUse,
        Map<String, Set<String>> technologies,
        Set<String> trusted,
        Set<String> trustedImports) {

    private static final String WIRING = "app";

    private static final Set<String> INJECTIONS = Set.of(
            "jakarta.annotation.Resource",
            "jakarta.inject.Inject",
            "jakarta.ws.rs.core.Context",
            "org.eclipse.microprofile.config.inject.ConfigProperty");

    /// The compiled classes below a package. Foreign classes are known by name only, which is all that the rules ask
    /// for and saves looking for them on the class path.
    static JavaClasses classesBelow(String root, ImportOption... options) {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter(List.of(options)).importPackages(root);
    }

    List<String> packagesWithoutRow(JavaClasses classes) {
        return packages(classes)
                .map(JavaPackage::getName)
                .filter(name -> !mayUse.containsKey(below(name)))
                .map(name -> "The package " + name + " has no row in the table.")
                .toList();
    }

    List<String> dependenciesOutsideTheTable(JavaClasses classes) {
        return refused(dependencies(classes)
                .filter(this::staysInside)
                .filter(dependency -> !allowed(origin(dependency)).contains(below(targetPackage(dependency)))));
    }

    List<String> cycles(JavaClasses classes) {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }

    List<String> packagesWithoutCharter(JavaClasses classes) {
        return packages(classes)
                .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .map(javaPackage ->
                        "The package %s has no package-info.java with @NullMarked.".formatted(javaPackage.getName()))
                .toList();
    }

    List<String> injectedFields(JavaClasses classes) {
        return classes.stream()
                .flatMap(javaClass -> javaClass.getFields().stream())
                .filter(field -> INJECTIONS.stream().anyMatch(field::isAnnotatedWith))
                .map(JavaField::getFullName)
                .sorted()
                .map(name -> "The field " + name + " is injected. Take its value in the constructor.")
                .toList();
    }

    List<String> technologiesOutsideTheirAdapter(JavaClasses classes) {
        return refused(dependencies(classes)
                .filter(dependency -> !origin(dependency).equals(WIRING))
                .filter(dependency -> ownersOfTarget(dependency)
                        .map(owners -> !owners.contains(origin(dependency)))
                        .orElse(false)));
    }

    List<String> foreignImportsOfTheTrustedBase(JavaClasses classes) {
        return refused(dependencies(classes)
                .filter(dependency -> trusted.contains(origin(dependency)))
                .filter(dependency -> !staysInside(dependency))
                .filter(dependency -> trustedImports.stream().noneMatch(isPrefixOf(targetPackage(dependency)))));
    }

    private static List<String> refused(Stream<Dependency> dependencies) {
        return dependencies
                .map(dependency -> dependency.getOriginClass().getName() + " may not use " + targetPackage(dependency))
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<Set<String>> ownersOfTarget(Dependency dependency) {
        return technologies.keySet().stream()
                .filter(isPrefixOf(targetPackage(dependency)))
                .max(Comparator.comparingInt(String::length))
                .map(technologies::get);
    }

    private Set<String> allowed(String name) {
        return mayUse.getOrDefault(name, Set.of());
    }

    private static Stream<JavaPackage> packages(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .sorted(Comparator.comparing(JavaPackage::getName));
    }

    /// Everything that a class uses of another package: calls, fields, signatures, annotations, type arguments.
    private static Stream<Dependency> dependencies(JavaClasses classes) {
        return classes.stream()
                .flatMap(javaClass -> javaClass.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !targetPackage(dependency).isEmpty())
                .filter(dependency -> !targetPackage(dependency)
                        .equals(dependency.getOriginClass().getPackageName()));
    }

    private boolean staysInside(Dependency dependency) {
        return isPrefixOf(targetPackage(dependency)).test(root);
    }

    private String origin(Dependency dependency) {
        return below(dependency.getOriginClass().getPackageName());
    }

    /// The package of the element where the target is an array; empty for a primitive type.
    private static String targetPackage(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType().getPackageName();
    }

    private String below(String packageName) {
        return packageName.equals(root) ? "" : packageName.substring(root.length() + 1);
    }

    private static Predicate<String> isPrefixOf(String packageName) {
        return prefix -> packageName.equals(prefix) || packageName.startsWith(prefix + ".");
    }
}
