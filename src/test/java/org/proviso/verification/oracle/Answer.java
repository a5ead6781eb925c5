package org.proviso.verification.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.proviso.clause.SlotValue;
import org.proviso.document.Block;
import org.proviso.document.CanonicalDocument;
import org.proviso.verification.Span;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;

/// What both implementations have to agree on.
record Answer(Verdict verdict, List<Stretch> stretches) {

    /// A clause with its headings.
    ///
    /// @param start its first block
    /// @param end the block behind it
    /// @param clauses every version it may be, the chosen one first
    /// @param values what its slots hold, references not among them
    record Stretch(int start, int end, List<String> clauses, Map<String, SlotValue> values) {}

    static Answer of(Verification verification, CanonicalDocument document) {
        return new Answer(
                verification.verdict(),
                verification.spans().stream()
                        .filter(span -> !span.clauses().isEmpty())
                        .map(span -> stretch(span, document.blocks()))
                        .toList());
    }

    private static Stretch stretch(Span span, List<Block> blocks) {
        int start = 0;
        while (blocks.get(start).start() < span.start()) {
            start++;
        }
        int end = start;
        while (end < blocks.size() && blocks.get(end).start() < span.end()) {
            end++;
        }
        Map<String, SlotValue> values = new TreeMap<>(span.slots());
        values.keySet().removeIf(name -> name.startsWith("ref:"));
        return new Stretch(
                start, end, span.clauses().stream().map(Object::toString).toList(), values);
    }
}
