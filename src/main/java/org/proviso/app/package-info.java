/// Wiring, configuration, start-up and health: the only place that names implementations.
///
/// Start with [Main]. Commands run on a [Workspace] without booting the server. A server works with a
/// [ServedLibrary], one [Generation] after the other; [Turnover] closes each when the last request has finished
/// with it.
@NullMarked
package org.proviso.app;

import org.jspecify.annotations.NullMarked;
