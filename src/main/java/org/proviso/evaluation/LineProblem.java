package org.proviso.evaluation;

/// One thing that is wrong with a data set.
///
/// @param line the line, from 1; 0 for the file as a whole
/// @param message what is wrong, with the value
/// @param remedy what to do
public record LineProblem(String file, int line, String message, String remedy) {

    @Override
    public String toString() {
        return file + ":" + (line > 0 ? line + ":" : "") + " " + message + " " + remedy;
    }
}
