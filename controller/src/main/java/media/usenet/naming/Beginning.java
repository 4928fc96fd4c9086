package media.usenet.naming;

/// Where a title begins: behind the web site, the facts and the group in brackets that stand first.
final class Beginning {

    private final Reading reading;
    private final Tokens tokens;

    private Beginning(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    static int of(Reading reading) {
        var beginning = new Beginning(reading);
        int at = beginning.behindLeading();
        return beginning.latinBehind(beginning.bestBrackets(at));
    }

    private int behindLeading() {
        int at = 0;
        while (at < tokens.size()) {
            int next = behind(at);
            if (next == at || next >= tokens.size()) {
                return next == at ? at : 0;
            }
            at = next;
        }
        return 0;
    }

    private int behind(int at) {
        var piece = reading.at(at);
        if (piece != null && leads(piece, at)) {
            return piece.to();
        }
        if (Brackets.opensSquare(tokens, at) && (at == 0 || known(at))) {
            return Brackets.end(tokens, at);
        }
        return piece instanceof Piece.Known known && known.firm() ? known.to() : at;
    }

    /// A day or a number that a file begins with, or what says nothing; the title follows.
    private static boolean leads(Piece piece, int at) {
        return switch (piece) {
            case Piece.Aside aside -> true;
            case Piece.Counted counted -> !counted.numbering().absolutes().isEmpty();
            case Piece.Dated dated -> at == 0;
            case Piece.Known known -> false;
            case Piece.Year year -> false;
        };
    }

    private boolean known(int from) {
        boolean all = true;
        for (int at = from; at < Brackets.end(tokens, from); at++) {
            if (reading.firm(at)) {
                return true;
            }
            all &= !reading.free(at);
        }
        return all;
    }

    /// Of titles that stand each in brackets, the first in Latin letters, or else the first.
    private int bestBrackets(int begin) {
        int best = -1;
        int at = begin;
        while (at < tokens.size() && Brackets.opensSquare(tokens, at) && !known(at)) {
            int end = Brackets.end(tokens, at);
            best = best < 0 && latin(at, end) ? at : best;
            at = end;
        }
        boolean outside = at < tokens.size() && tokens.bracket(at) == 0 && reading.free(at) && latin(at, at + 1);
        return outside ? at : best < 0 ? begin : best;
    }

    /// Behind a title in letters that part no words, the one in Latin letters.
    private int latinBehind(int begin) {
        if (begin >= tokens.size() || Brackets.opens(tokens, begin) || !ideographic(begin)) {
            return begin;
        }
        for (int at = begin + 1; at < tokens.size() && !(reading.at(at) instanceof Piece.Counted); at++) {
            boolean bracketed = tokens.bracket(at) > 0;
            if (bracketed && Brackets.opensSquare(tokens, at) && !known(at) && latin(at, at + 1)) {
                return at;
            }
            if (!bracketed && tokens.bracket(at - 1) > 0) {
                return reading.free(at) && latin(at, at + 1) ? at : begin;
            }
        }
        return begin;
    }

    private boolean ideographic(int index) {
        return Letters.ideographic(tokens.text(index).charAt(0));
    }

    private boolean latin(int from, int to) {
        boolean latin = false;
        for (int at = from; at < to; at++) {
            if (ideographic(at)) {
                return false;
            }
            latin |= Letters.latin(tokens.text(at).charAt(0));
        }
        return latin;
    }
}
