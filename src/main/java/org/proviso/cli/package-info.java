/// The command line: the same verbs as the REST interface, text for people. Translates, decides nothing.
///
/// Start with [ProvisoCommand]. A [Workbench] gives the commands what they work with, without booting the server.
@NullMarked
package org.proviso.cli;

import org.jspecify.annotations.NullMarked;
