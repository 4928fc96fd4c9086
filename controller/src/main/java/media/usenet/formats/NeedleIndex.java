package media.usenet.formats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds which of many needles are in a text, in one walk over it whatever their number (Aho and Corasick).
final class NeedleIndex {

    private static final int ROOT = 0;

    /// Column by character; characters of no needle share the first.
    private final char[] columns = new char[Character.MAX_VALUE + 1];

    private final int width;
    private final int[] next;
    private final int[][] found;

    /// @param needles in small letters, for each number those that it waits for
    NeedleIndex(List<Set<String>> needles) {
        int letters = 1;
        for (var all : needles) {
            for (var needle : all) {
                for (int at = 0; at < needle.length(); at++) {
                    letters += columns[needle.charAt(at)] == 0 ? 1 : 0;
                    columns[needle.charAt(at)] =
                            columns[needle.charAt(at)] == 0 ? (char) (letters - 1) : columns[needle.charAt(at)];
                }
            }
        }
        width = letters;
        for (int c = 0; c < columns.length; c++) {
            columns[c] = columns[DotNetText.small((char) c)];
        }
        var tree = new Tree();
        for (int number = 0; number < needles.size(); number++) {
            for (var needle : needles.get(number)) {
                tree.add(needle, number);
            }
        }
        tree.join();
        next = tree.next;
        found = tree.found();
    }

    /// @param into gets the number of everything that waited for a needle which is in the text
    void find(String text, BitSet into) {
        int state = ROOT;
        for (int at = 0; at < text.length(); at++) {
            state = next[state * width + columns[text.charAt(at)]];
            for (int number : found[state]) {
                into.set(number);
            }
        }
    }

    private final class Tree {

        private int[] next = new int[width * 64];
        private int states = 1;
        private final Map<Integer, BitSet> ends = new HashMap<>();

        void add(String needle, int number) {
            int state = ROOT;
            for (int at = 0; at < needle.length(); at++) {
                int way = state * width + columns[needle.charAt(at)];
                state = next[way] == ROOT ? grow(way) : next[way];
            }
            ends.computeIfAbsent(state, none -> new BitSet()).set(number);
        }

        private int grow(int way) {
            if ((states + 1) * width > next.length) {
                next = Arrays.copyOf(next, next.length * 2);
            }
            next[way] = states;
            return states++;
        }

        /// Where no needle goes on, another may be under way that began later.
        void join() {
            int[] fallback = new int[states];
            var waiting = new ArrayDeque<Integer>();
            waiting.add(ROOT);
            while (!waiting.isEmpty()) {
                int state = waiting.remove();
                for (int column = 0; column < width; column++) {
                    int way = state * width + column;
                    int elsewhere = state == ROOT ? ROOT : next[fallback[state] * width + column];
                    if (next[way] == ROOT) {
                        next[way] = elsewhere;
                    } else {
                        fallback[next[way]] = elsewhere;
                        inherit(next[way], elsewhere);
                        waiting.add(next[way]);
                    }
                }
            }
        }

        private void inherit(int state, int from) {
            var more = ends.get(from);
            if (more != null) {
                ends.computeIfAbsent(state, none -> new BitSet()).or(more);
            }
        }

        int[][] found() {
            var all = new ArrayList<int[]>();
            for (int state = 0; state < states; state++) {
                all.add(ends.getOrDefault(state, new BitSet()).stream().toArray());
            }
            return all.toArray(int[][]::new);
        }
    }
}
