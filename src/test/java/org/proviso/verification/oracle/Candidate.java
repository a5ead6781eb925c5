package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.List;
import org.proviso.clause.ClauseForm;
import org.proviso.clause.ClauseVersion;
import org.proviso.document.Block;
import org.proviso.document.MarkdownReader;

/// One form of a clause version.
///
/// @param number its place among the forms of its version
record Candidate(ClauseVersion clause, ClauseForm form, int number, List<Block> blocks) {

    static List<Candidate> of(ClauseVersion clause) {
        List<Candidate> candidates = new ArrayList<>();
        for (ClauseForm form : clause.forms()) {
            candidates.add(new Candidate(
                    clause,
                    form,
                    candidates.size(),
                    MarkdownReader.read(form.text()).blocks()));
        }
        return candidates;
    }
}
