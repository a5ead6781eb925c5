package org.proviso.evaluation;

/// A text and what somebody made of it.
///
/// @param file where the pair stands
/// @param line its line, from 1
/// @param id names it; empty if the file does not
/// @param original the approved text
/// @param altered the same after an edit; may still be the same text
/// @param category what kind of edit it is; empty if the file does not say
public record EditPair(String file, int line, String id, String original, String altered, String category) {}
