package org.proviso.verification.oracle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// A part of the rule that generators and oracles can leave out, to judge a verifier that does not know it yet.
public enum Feature {
    /// Superseded, expired, retired and future versions are found, and rejected.
    OUT_OF_FORCE,
    /// Of the same texts, the one that serves the contract type asked for is chosen.
    RECIPE,
    /// A jurisdiction can be asked for, and one has to fit all clauses.
    JURISDICTION,
    /// A family stands once, requirements are there, conflicting clauses are not.
    RELATIONS,
    /// `{{ref family}}` is the label printed on its target.
    REFERENCES,
    /// `{{#each rows}}`.
    ROWS,
    /// Page numbers.
    PAGE_NUMBERS,
    /// A table of contents.
    CONTENTS,
    /// Blocks that begin with a slot keep a label of letters as text.
    SLOT_FIRST;

    /// What the verifier under test knows.
    private static final Set<Feature> KNOWN = EnumSet.allOf(Feature.class);

    /// The features under test: those that the verifier knows, or the names in `-Dproviso.features` (`all` for
    /// all).
    public static Set<Feature> underTest() {
        String names = System.getProperty("proviso.features", "");
        if (names.isEmpty()) {
            return EnumSet.copyOf(KNOWN);
        }
        if (names.equals("all")) {
            return EnumSet.allOf(Feature.class);
        }
        EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
        Arrays.stream(names.split(","))
                .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                .forEach(features::add);
        return features;
    }
}
