package org.proviso.certificate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibraryTrees.Proof;

/// A stretch of a document that is one clause version, with the proofs that the library has it.
///
/// @param start offset in the file's text, in UTF-16 units
/// @param end offset behind it
/// @param slots the written values by slot name
/// @param lifecycle at the index of the wording
record CertifiedSpan(
        int start, int end, ClauseVersionId clause, SortedMap<String, String> slots, Proof wording, Proof lifecycle) {

    /// No document has more clauses.
    static final int MAX_SPANS = 100_000;

    CertifiedSpan {
        slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
    }

    Map<String, Object> json() {
        return Map.of(
                "start", (long) start,
                "end", (long) end,
                "clause", clause.toString(),
                "slots", slots,
                "index", wording.index(),
                "wording", wording.leaf(),
                "wordingPath", wording.path(),
                "lifecycle", lifecycle.leaf(),
                "lifecyclePath", lifecycle.path());
    }

    static List<CertifiedSpan> read(Fields predicate) {
        List<CertifiedSpan> spans = new ArrayList<>();
        for (Fields span : predicate.objects("spans", MAX_SPANS)) {
            long index = span.number("index", Integer.MAX_VALUE);
            spans.add(new CertifiedSpan(
                    (int) span.number("start", Integer.MAX_VALUE),
                    (int) span.number("end", Integer.MAX_VALUE),
                    span.read("clause", ClauseVersionId::parse),
                    new TreeMap<>(span.texts("slots")),
                    new Proof(span.map("wording"), index, span.path("wordingPath")),
                    new Proof(span.map("lifecycle"), index, span.path("lifecyclePath"))));
            span.refuseOthers();
        }
        return spans;
    }
}
