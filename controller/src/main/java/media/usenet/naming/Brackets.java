package media.usenet.naming;

/// Questions about words in brackets.
final class Brackets {

    private Brackets() {}

    /// Whether the word is the first in brackets.
    static boolean opens(Tokens tokens, int index) {
        int bracket = tokens.bracket(index);
        return bracket > 0 && tokens.opening(bracket) == index;
    }

    static boolean opensSquare(Tokens tokens, int index) {
        return opens(tokens, index) && tokens.gap(index).indexOf('[') >= 0;
    }

    /// Behind the last word of the brackets that the word is in.
    static int end(Tokens tokens, int index) {
        return tokens.closing(tokens.bracket(index));
    }

    /// Whether nothing else is in its brackets.
    static boolean alone(Tokens tokens, int index) {
        return opens(tokens, index) && end(tokens, index) == index + 1;
    }

    /// Whether these words have brackets of their own.
    static boolean alone(Tokens tokens, int from, int to) {
        return opens(tokens, from) && end(tokens, from) == to;
    }
}
