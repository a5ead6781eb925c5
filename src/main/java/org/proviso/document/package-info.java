/// Text out of files, total and traceable: every visible character of a document becomes a canonical token with
/// its place in the original, a label, a paired mark that says nothing, or a listed [Unreadable] stretch.
///
/// Start with [MarkdownReader]; [PlainTextReader] is for text that knows no markup. [CanonicalDocument] is what
/// verification works on. Part of the trusted base: nothing but the JDK and a CommonMark parser.
@NullMarked
package org.proviso.document;

import org.jspecify.annotations.NullMarked;
