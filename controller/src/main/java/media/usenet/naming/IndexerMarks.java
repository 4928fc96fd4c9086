package media.usenet.naming;

/// What indexers and posters append behind a release group: `-GROUP-Obfuscated`, `-GROUP[tracker]`.
final class IndexerMarks {

    private static final Vocabulary MARKS = Vocabulary.of("marks.txt");
    private static final int LONGEST = 2;

    private IndexerMarks() {}

    /// Behind the last word that is not such a mark, a file's ending or a web site.
    static int begin(Reading reading, Outline outline) {
        int end = reading.size();
        int before = -1;
        while (end > outline.end() && end != before) {
            before = end;
            end = reading.at(end - 1) instanceof Piece.Aside aside ? aside.from() : withoutMark(reading, outline, end);
        }
        return end;
    }

    private static int withoutMark(Reading reading, Outline outline, int end) {
        var tokens = reading.tokens();
        for (int from = end - 1; from >= Math.max(outline.end(), end - LONGEST); from--) {
            var match = appended(reading, from) ? MARKS.longest(tokens, from) : null;
            if (match != null && match.end() == tokens.get(end - 1).end()) {
                return from;
            }
        }
        return end;
    }

    /// In brackets, or behind another word: right behind a fact, `x264-GROUP`, it is the group itself.
    private static boolean appended(Reading reading, int index) {
        var gap = reading.tokens().gap(index);
        return gap.endsWith("[") || (gap.endsWith("-") && reading.free(index - 1));
    }
}
