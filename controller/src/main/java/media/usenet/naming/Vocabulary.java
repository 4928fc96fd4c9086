package media.usenet.naming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Spellings and what they mean, as a tree of letters: a look-up walks the name once and makes nothing.
final class Vocabulary {

    /// @param facts what it means
    /// @param firm whether it ends a title wherever it stands
    record Word(List<Fact> facts, boolean firm) {

        /// Whether the number of channels may be stuck to it: `DD5.1`.
        boolean sounds() {
            return facts.getFirst().trait() == Trait.AUDIO_CODEC;
        }

        Word and(Fact fact, boolean firm) {
            var all = new ArrayList<>(facts);
            all.add(fact);
            return new Word(List.copyOf(all), this.firm || firm);
        }
    }

    /// @param end where in the name it has ended
    record Match(Word word, int end) {}

    private static final Word NOTHING = new Word(List.of(), false);

    /// What may part a spelling; anything wider parts two.
    private static final String GAPS = " ._-/'’";

    private static final class Node {

        private final @Nullable Node[] plain = new Node['z' - '0' + 1];
        private final Map<Character, Node> other = new HashMap<>(0);
        private final Map<String, Word> exact = new HashMap<>(0);
        private @Nullable Word word;

        @Nullable
        Node next(char c) {
            return c >= '0' && c <= 'z' ? plain[c - '0'] : other.isEmpty() ? null : other.get(c);
        }

        Node grown(char c) {
            var next = next(c);
            if (next != null) {
                return next;
            }
            var grown = new Node();
            if (c >= '0' && c <= 'z') {
                plain[c - '0'] = grown;
            } else {
                other.put(c, grown);
            }
            return grown;
        }
    }

    private final Node root = new Node();

    /// @param file beside this class
    static Vocabulary of(String file) {
        var vocabulary = new Vocabulary();
        var in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(vocabulary::learn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    /// @param line `trait value: spelling spelling`
    private void learn(String line) {
        int space = line.indexOf(' ');
        int colon = line.indexOf(": ");
        var trait = Trait.valueOf(line.substring(0, space).toUpperCase(Locale.ROOT));
        var fact = new Fact(trait, line.substring(space + 1, colon));
        for (var spelling : line.substring(colon + 2).split(" ", -1)) {
            learn(fact, spelling);
        }
    }

    private void learn(Fact fact, String spelling) {
        boolean exact = spelling.startsWith("=");
        boolean soft = exact || spelling.startsWith("~");
        var letters = soft ? spelling.substring(1) : spelling;
        var node = root;
        for (int at = 0; at < letters.length(); at++) {
            char c = letters.charAt(at);
            if (GAPS.indexOf(c) < 0) {
                node = node.grown(Character.toLowerCase(c));
            }
        }
        if (exact) {
            node.exact.merge(letters, NOTHING.and(fact, false), (old, more) -> old.and(fact, false));
        } else {
            node.word = (node.word == null ? NOTHING : node.word).and(fact, !soft);
        }
    }

    /// The longest spelling that begins with this word and ends with one.
    @Nullable
    Match longest(Tokens tokens, int index) {
        return longest(tokens.text(), tokens.lower(), tokens.get(index).start());
    }

    /// @param lower the text in small letters
    /// @param start where a word begins
    @Nullable
    Match longest(String text, String lower, int start) {
        Match longest = null;
        var node = root;
        for (int at = start; at < lower.length(); at++) {
            char c = lower.charAt(at);
            var next = node.next(c);
            if (next != null) {
                node = next;
                var match = ending(node, text, start, at + 1);
                longest = match == null ? longest : match;
            } else if (at == start || GAPS.indexOf(c) < 0 || !wordFollows(text, at)) {
                return longest;
            }
        }
        return longest;
    }

    /// A gap is one character wide.
    private static boolean wordFollows(String text, int gap) {
        return gap + 1 < text.length() && Tokens.inWord(text.charAt(gap + 1)) && Tokens.inWord(text.charAt(gap - 1));
    }

    private static @Nullable Match ending(Node node, String text, int start, int end) {
        if (node.word == null && node.exact.isEmpty()) {
            return null;
        }
        boolean ends = end == text.length() || !Tokens.inWord(text.charAt(end));
        if (!ends && Channels.length(text, end) == 0) {
            return null;
        }
        var word = node.exact.isEmpty() ? node.word : node.exact.getOrDefault(text.substring(start, end), node.word);
        return word != null && (ends || word.sounds()) ? new Match(word, end) : null;
    }
}
