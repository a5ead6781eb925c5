package org.proviso.cli;

/// How a report for people is marked up.
enum Markup {
    /// For a terminal: `[-missing-]` and `{+added+}`, as `wdiff` and `git diff --word-diff` mark them.
    TEXT {
        @Override
        String title(String text) {
            return text + "\n";
        }

        @Override
        String text(String text) {
            return text.replaceAll("\\p{Cntrl}", " ");
        }

        @Override
        String missing(String text) {
            return "[-" + text(text) + "-]";
        }

        @Override
        String added(String text) {
            return "{+" + text(text) + "+}";
        }

        @Override
        String item(String text) {
            return "  " + text + "\n";
        }
    },
    /// CommonMark with struck text: `~~missing~~` and `**added**`; text of document and library is escaped.
    MARKDOWN {
        @Override
        String title(String text) {
            return "## " + text + "\n\n";
        }

        @Override
        String text(String text) {
            return text.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~&!])", "\\\\$1");
        }

        @Override
        String missing(String text) {
            return "~~" + text(text) + "~~";
        }

        @Override
        String added(String text) {
            return "**" + text(text) + "**";
        }

        @Override
        String item(String text) {
            return "- " + text + "\n";
        }
    };

    abstract String title(String text);

    /// Text that says only what it is, whatever marks it holds.
    abstract String text(String text);

    abstract String missing(String text);

    abstract String added(String text);

    abstract String item(String text);
}
