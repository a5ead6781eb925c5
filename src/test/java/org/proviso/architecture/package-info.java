/// The tests that hold the source code to the design's table of packages.
///
/// Start with [PackageDependenciesTest], which is that table. [PackageRules] says what a violation is, and
/// [PackageRulesTest] proves on `fixture`, a small program that is wrong on purpose, that each rule can fail.
package org.proviso.architecture;
