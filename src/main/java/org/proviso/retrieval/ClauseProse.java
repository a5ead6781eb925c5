package org.proviso.retrieval;

import java.util.List;
import java.util.regex.Pattern;
import org.proviso.clause.ClauseText.Conditional;
import org.proviso.clause.ClauseText.LabelReference;
import org.proviso.clause.ClauseText.Literal;
import org.proviso.clause.ClauseText.Part;
import org.proviso.clause.ClauseText.Repetition;
import org.proviso.clause.ClauseText.SlotReference;
import org.proviso.clause.ClauseVersion;

/// The words of a clause as they are searched: without markup and slots, with both sides of every condition.
public final class ClauseProse {

    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\([^()]*\\)");
    private static final Pattern BLOCK_MARK =
            Pattern.compile("(?m)^[ \\t]*(?:#{1,6}[ \\t]+|>[ \\t]?|[-*+][ \\t]+|[0-9]{1,3}[.)][ \\t]+)");
    private static final Pattern INLINE_MARK = Pattern.compile("[*_`~]+|\\\\(?=\\p{Punct})");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private ClauseProse() {}

    /// The words of a clause's text, on one line.
    public static String of(ClauseVersion clause) {
        StringBuilder words = new StringBuilder();
        append(clause.text().parts(), words);
        return plain(words.toString());
    }

    /// What is embedded for a clause: its title, if it has one, and its text.
    public static String embedded(ClauseVersion clause) {
        String title = plain(clause.title());
        return title.isEmpty() ? of(clause) : title + ". " + of(clause);
    }

    private static void append(List<Part> parts, StringBuilder words) {
        for (Part part : parts) {
            switch (part) {
                case Literal literal -> words.append(literal.text());
                case SlotReference _, LabelReference _ -> words.append(' ');
                case Repetition repetition -> append(repetition.body(), words);
                case Conditional conditional -> {
                    append(conditional.then(), words);
                    words.append(' ');
                    append(conditional.otherwise(), words);
                }
            }
        }
    }

    private static String plain(String markdown) {
        String text = LINK.matcher(markdown).replaceAll("$1");
        text = BLOCK_MARK.matcher(text).replaceAll("");
        text = INLINE_MARK.matcher(text).replaceAll("");
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }
}
