package org.proviso.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a paragraph.
sealed interface Piece {

    /// Words that stand there as they are.
    record Words(String text, boolean strong) implements Piece {}

    /// A place that something is filled in.
    ///
    /// @param label what stands there, such as `Effective Date`
    /// @param term whether the label is a defined term as well, so that it may stand there itself
    record Gap(String label, boolean term) implements Piece {}

    /// What a heading inside the paragraph says; it begins one.
    record Title(String text) implements Piece {}

    /// Gaps as people type them: `[Customer Name]`, `{{customer_name}}`.
    Pattern TYPED =
            Pattern.compile("\\[([A-Za-z][A-Za-z0-9 '’&/_-]{1,60})]|\\{\\{\\s*([A-Za-z][A-Za-z0-9 ._-]{0,60})}}");

    /// Words, with the gaps that are typed in them.
    static List<Piece> of(String text, boolean strong) {
        List<Piece> pieces = new ArrayList<>();
        Matcher typed = TYPED.matcher(text);
        int at = 0;
        while (typed.find()) {
            pieces.add(new Words(text.substring(at, typed.start()), strong));
            String label = typed.group(1) == null ? typed.group(2) : typed.group(1);
            pieces.add(new Gap(
                    label.replaceAll("[._ ]+", " ")
                            .replaceFirst("^(?i)insert ", "")
                            .strip(),
                    false));
            at = typed.end();
        }
        pieces.add(new Words(text.substring(at), strong));
        pieces.removeIf(piece -> piece instanceof Words words && words.text().isEmpty());
        return pieces;
    }
}
