package org.proviso.library;

/// What one pass over a text finds, so that the checks that cost more run only where they can find something.
///
/// @param marks whether a character stands there that Markdown may read as a mark
/// @param lines whether there is more than one line
/// @param special whether a character stands there that has to be looked at: anything but visible ASCII, Latin
///     letters and common typographic signs
record TextScan(boolean marks, boolean lines, boolean special) {

    private static final String MARKS = "*`<>[]~|\\#^&_";
    private static final int MARK = 1;
    private static final int LINE = 2;
    private static final int SPECIAL = 4;
    private static final byte[] ASCII = new byte[0x80];

    static {
        for (int i = 0; i < ASCII.length; i++) {
            ASCII[i] = (byte) (i < ' ' || i == 0x7F ? SPECIAL : MARKS.indexOf(i) >= 0 ? MARK : 0);
        }
        ASCII['\t'] = 0;
        ASCII['\n'] = LINE;
    }

    static TextScan of(String text) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            found |= c < 0x80 ? ASCII[c] : isCommon(c) ? 0 : SPECIAL;
        }
        return new TextScan((found & MARK) != 0, (found & LINE) != 0, (found & SPECIAL) != 0);
    }

    /// Latin letters and signs without the soft hyphen, dashes, quotes and the like, and the sign of the euro:
    /// visible all, and no letter of another script among them.
    private static boolean isCommon(char c) {
        return (c >= 0xA0 && c < 0x250 && c != 0xAD) || (c >= 0x2010 && c <= 0x2027) || c == 0x20AC;
    }
}
