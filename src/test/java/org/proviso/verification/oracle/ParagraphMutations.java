package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Small changes of a document's paragraphs.
record ParagraphMutations(Dice dice) {

    void mutate(List<String> paragraphs) {
        int count = dice.of(1, 1, 2);
        for (int i = 0; i < count && !paragraphs.isEmpty(); i++) {
            int at = dice.upTo(paragraphs.size());
            switch (dice.upTo(12)) {
                case 0 -> paragraphs.remove(at);
                case 1 -> paragraphs.add(at, paragraphs.get(at));
                case 2 -> paragraphs.add(dice.upTo(paragraphs.size()), paragraphs.remove(at));
                case 3 -> paragraphs.set(at, dice.of(Vocabulary.LABELS) + " " + paragraphs.get(at));
                case 4 -> paragraphs.set(at, paragraphs.get(at).replaceFirst("^(?:\\([a-z]\\)|[0-9.]+|-) ", ""));
                case 5 -> split(paragraphs, at);
                case 6 -> paragraphs.set(at, dice.of("  ", "   ") + paragraphs.get(at));
                case 7, 8 -> relabel(paragraphs);
                default -> paragraphs.set(at, changed(paragraphs.get(at)));
            }
        }
    }

    /// Gives every label that stands somewhere another one.
    private void relabel(List<String> paragraphs) {
        List<String> from = dice.of(Vocabulary.LISTS);
        List<String> to = dice.of(Vocabulary.LISTS);
        paragraphs.replaceAll(paragraph -> {
            for (int i = 0; i < from.size(); i++) {
                if (paragraph.startsWith(from.get(i) + " ")) {
                    return to.get(i) + paragraph.substring(from.get(i).length());
                }
            }
            return paragraph;
        });
    }

    private void split(List<String> paragraphs, int at) {
        int space = paragraphs.get(at).indexOf(' ');
        if (space > 0) {
            String whole = paragraphs.get(at);
            paragraphs.set(at, whole.substring(0, space));
            paragraphs.add(at + 1, whole.substring(space + 1));
        }
    }

    private String changed(String paragraph) {
        List<String> words = new ArrayList<>(Arrays.asList(paragraph.split(" ")));
        int at = dice.upTo(words.size());
        switch (dice.upTo(6)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(at));
            case 2 -> words.add(dice.upTo(words.size()), words.remove(at));
            case 3 -> words.set(at, dice.of(Vocabulary.SPOILERS));
            case 4 -> words.add(at, dice.of(Vocabulary.WORDS));
            default -> words.set(at, dice.of(Vocabulary.WORDS));
        }
        return words.isEmpty() ? "Red" : String.join(" ", words);
    }
}
