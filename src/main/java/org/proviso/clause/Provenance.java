package org.proviso.clause;

/// Where a text comes from and under which licence; either may be empty.
public record Provenance(String source, String licence) {}
