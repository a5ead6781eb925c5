package org.proviso.cli;

import java.io.PrintWriter;
import org.proviso.clause.Excerpt;
import org.proviso.json.CheckView;

/// The result of a check as people read it.
final class CheckReport {

    private CheckReport() {}

    static void print(CheckView check, PrintWriter out) {
        out.println(
                check.holds()
                        ? "holds: the document is approved text of the library with this root."
                        : "does not hold:");
        check.findings().forEach(finding -> out.println("  " + finding));
        if (check.root() != null) {
            out.println("root: " + check.root() + " ("
                    + (check.rootTrust().equals("none") ? "not trusted" : check.rootTrust()) + ")");
            out.println("library: " + Excerpt.of(String.valueOf(check.library())));
            out.println("file: " + check.file());
            out.println("signed by: " + check.keyid());
            out.println("as of: " + check.asOf() + ", scope: " + check.scope()
                    + (check.contractType() == null ? "" : ", contract type: " + check.contractType()));
        }
        check.notices().forEach(notice -> out.println("notice: " + notice));
        out.println(check.limits());
    }
}
