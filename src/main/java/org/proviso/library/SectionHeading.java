package org.proviso.library;

import java.util.Comparator;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;

/// A heading that a recipe puts over a family; ordered by contract type, heading and family.
public record SectionHeading(ContractTypeId contractType, String heading, FamilyId family)
        implements Comparable<SectionHeading> {

    private static final Comparator<SectionHeading> ORDER = Comparator.comparing(
                    (SectionHeading heading) -> heading.contractType().value())
            .thenComparing(SectionHeading::heading)
            .thenComparing(heading -> heading.family().value());

    @Override
    public int compareTo(SectionHeading other) {
        return ORDER.compare(this, other);
    }
}
