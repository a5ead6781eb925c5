/// The chain from a question to an answer that says nothing the library does not say: retrieve, then quote.
///
/// Start with [AnsweringChain]. Quotes are inserted by clause version, verbatim, from the library; no other text of an
/// answer states anything operative.
@NullMarked
package org.proviso.answering;

import org.jspecify.annotations.NullMarked;
