package org.proviso.clause;

import java.time.LocalDate;

/// Who approved a clause version, in the library's own words, and on which day.
public record Approval(String by, LocalDate on) {}
