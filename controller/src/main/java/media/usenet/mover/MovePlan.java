package media.usenet.mover;

import java.util.List;

/// Which files go where, in order, and which stay and why.
record MovePlan(List<Move> moves, List<LeftBehind> left) {

    MovePlan {
        moves = List.copyOf(moves);
        left = List.copyOf(left);
    }

    long bytes() {
        return moves.stream().mapToLong(move -> move.file().sizeBytes()).sum();
    }
}
