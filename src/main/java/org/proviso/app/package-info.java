/// Wiring, configuration, start-up and health: the only place that names implementations.
///
/// Start with [Main]. Commands run on a [Workspace] without booting the server; [ServedLibrary] is the same for the
/// server's life.
@NullMarked
package org.proviso.app;

import org.jspecify.annotations.NullMarked;
