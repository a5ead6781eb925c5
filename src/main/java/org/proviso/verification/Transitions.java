package org.proviso.verification;

import java.util.Arrays;

/// The transitions of an automaton: from a state and a symbol to a state, in one open-addressing table.
final class Transitions {

    /// There is no such transition.
    static final int NONE = -1;

    private static final long EMPTY = -1;

    private long[] keys = new long[64];
    private int[] targets = new int[64];
    private int size;

    Transitions() {
        Arrays.fill(keys, EMPTY);
    }

    /// @param state not negative
    int get(int state, int symbol) {
        int index = index(key(state, symbol));
        return keys[index] == EMPTY ? NONE : targets[index];
    }

    void put(int state, int symbol, int target) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        long key = key(state, symbol);
        int index = index(key);
        size += keys[index] == EMPTY ? 1 : 0;
        keys[index] = key;
        targets[index] = target;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[2 * oldKeys.length];
        targets = new int[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int index = index(oldKeys[i]);
                keys[index] = oldKeys[i];
                targets[index] = oldTargets[i];
            }
        }
    }

    /// Where a key is, or would be put.
    private int index(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int index = (int) (hash >>> 32) & (keys.length - 1);
        while (keys[index] != EMPTY && keys[index] != key) {
            index = (index + 1) & (keys.length - 1);
        }
        return index;
    }

    private static long key(int state, int symbol) {
        return (long) state << 32 | symbol & 0xFFFFFFFFL;
    }
}
