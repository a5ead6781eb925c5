package org.proviso.library;

import java.util.ArrayList;
import java.util.List;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.Condition.Answer;
import org.proviso.library.Condition.Law;
import org.proviso.library.Condition.Requirement;

/// Reads `when: {jurisdiction: [US-CA, US-NY], slot: value}`.
final class ConditionReader {

    static final String LAW = "jurisdiction";

    private ConditionReader() {}

    /// The condition of a section or an item; the empty one if it has none.
    static Condition read(YamlMap yaml) {
        return yaml.map("when").map(ConditionReader::requirements).orElse(Condition.ALWAYS);
    }

    private static Condition requirements(YamlMap when) {
        List<Requirement> requirements = new ArrayList<>();
        for (String name : when.names()) {
            if (name.equals(LAW)) {
                List<Jurisdiction> anyOf = when.oneOrMore(name, Jurisdiction::new);
                refuseNone(name, anyOf, when);
                requirements.add(new Law(anyOf));
            } else {
                List<String> anyOf = when.oneOrMore(name, text -> text);
                refuseNone(name, anyOf, when);
                requirements.add(new Answer(name, anyOf));
            }
        }
        return new Condition(requirements);
    }

    private static void refuseNone(String name, List<?> anyOf, YamlMap when) {
        if (anyOf.isEmpty()) {
            when.report(name, "No value is named that \"" + name + "\" has to have.", "Write `" + name + ": [a, b]`.");
        }
    }
}
