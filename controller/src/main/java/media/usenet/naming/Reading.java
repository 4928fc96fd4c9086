package media.usenet.naming;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name with each word known for what it may be. Later steps add what only the neighbourhood tells, and drop what
/// turns out to be part of a title.
final class Reading {

    /// The first that knows a word has it.
    private static final List<Recogniser> RECOGNISERS = List.of(
            new Extension(),
            new Asides(),
            new Sites(),
            new Dates(),
            new SeasonLetters(),
            new Resolutions(),
            new Crosses(),
            new SpeltNumbers(),
            new CountedThings(),
            new Services(),
            new Words(),
            new Channels(),
            new Years());

    private final Tokens tokens;
    private final @Nullable Piece[] pieces;

    private Reading(Tokens tokens) {
        this.tokens = tokens;
        this.pieces = new Piece[tokens.size()];
    }

    static Reading of(Tokens tokens) {
        var reading = new Reading(tokens);
        int at = 0;
        while (at < tokens.size()) {
            var piece = recognised(tokens, at);
            if (piece != null) {
                reading.put(piece);
            }
            at = piece == null ? at + 1 : piece.to();
        }
        return reading;
    }

    private static @Nullable Piece recognised(Tokens tokens, int at) {
        for (var recogniser : RECOGNISERS) {
            var piece = recogniser.at(tokens, at);
            if (piece != null) {
                return piece;
            }
        }
        return null;
    }

    Tokens tokens() {
        return tokens;
    }

    int size() {
        return pieces.length;
    }

    /// What the word belongs to; null if it is free.
    @Nullable
    Piece at(int index) {
        return index >= 0 && index < pieces.length ? pieces[index] : null;
    }

    boolean free(int index) {
        return index >= 0 && index < pieces.length && pieces[index] == null;
    }

    boolean firm(int index) {
        var piece = at(index);
        return piece != null && piece.firm();
    }

    void put(Piece piece) {
        for (int index = piece.from(); index < piece.to(); index++) {
            pieces[index] = piece;
        }
    }

    void drop(Piece piece) {
        for (int index = piece.from(); index < piece.to(); index++) {
            if (pieces[index] == piece) {
                pieces[index] = null;
            }
        }
    }

    /// Every piece once, in order.
    List<Piece> pieces() {
        var all = new ArrayList<Piece>();
        Piece last = null;
        for (var piece : pieces) {
            if (piece != null && piece != last) {
                all.add(piece);
            }
            last = piece;
        }
        return all;
    }
}
