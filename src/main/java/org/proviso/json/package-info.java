/// The JSON shapes that the REST interface and the command line share: results of drafting, verification, search and
/// answering, as records that Jackson writes. Nothing is decided here.
@NullMarked
package org.proviso.json;

import org.jspecify.annotations.NullMarked;
