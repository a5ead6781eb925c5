package org.proviso.retrieval;

import org.proviso.clause.ClauseVersion;

/// A found clause.
///
/// @param score the fused score by which results are ordered; comparable within one result list only
public record RankedClause(ClauseVersion clause, double score, Reasons reasons) {}
