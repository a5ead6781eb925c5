package org.proviso.certificate;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.clause.SlotValue;
import org.proviso.library.ContractType;
import org.proviso.library.FieldProblem;
import org.proviso.library.RequestReader;

/// The values that a request confirms, by giving them or by an earlier certificate.
public final class ConfirmedValues {

    private ConfirmedValues() {}

    /// The values of both, which agree where both have one; what is wrong with them is reported.
    ///
    /// @param given the request's own values as texts by slot name
    /// @param earlier a certificate whose signer was found to be trusted, or null
    public static Map<String, SlotValue> of(
            RequestReader reader,
            @Nullable ContractType recipe,
            Map<String, String> given,
            @Nullable Certificate earlier) {
        Map<String, SlotValue> values = new TreeMap<>(reader.values("values", given, recipe));
        if (earlier == null) {
            return values;
        }
        reader.values("certificate", earlier.values(), recipe).forEach((name, value) -> {
            SlotValue other = values.putIfAbsent(name, value);
            if (other != null && !other.equals(value)) {
                reader.report(FieldProblem.refused(
                        "values." + name,
                        "It is \"" + Excerpt.of(given.getOrDefault(name, "…")) + "\", but the certificate says \""
                                + Excerpt.of(earlier.values().getOrDefault(name, "…"))
                                + "\": leave it out, or give the certified value."));
            }
        });
        return values;
    }
}
