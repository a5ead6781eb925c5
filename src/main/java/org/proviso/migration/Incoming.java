package org.proviso.migration;

import org.proviso.clause.ClauseVersion;

/// A clause that could be read, and where it stood.
record Incoming(Place place, ClauseVersion clause) {}
