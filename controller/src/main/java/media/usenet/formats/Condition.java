package media.usenet.formats;

import java.util.OptionalInt;

/// One condition of a custom format.
///
/// @param kind conditions of one kind are alternatives to each other
record Condition(String name, String kind, boolean negated, boolean required, Test test) {

    /// What is asked.
    sealed interface Test {}

    /// @param expression its number among those of that text
    record Matches(Text text, int expression) implements Test {}

    enum Text {
        TITLE,
        GROUP,
        EDITION
    }

    record Is(Figure figure, int value) implements Test {}

    enum Figure {
        SOURCE,
        RESOLUTION,
        MODIFIER,
        RELEASE_TYPE
    }

    /// @param except whether any other language than this is looked for
    record Speaks(int language, boolean except) implements Test {

        static final int ORIGINAL = -2;
    }

    /// All bits of it.
    record Flagged(int flags) implements Test {}

    /// @param moreThan in bytes
    /// @param atMost in bytes
    record Sized(long moreThan, long atMost) implements Test {}

    record Dated(int first, int last) implements Test {}

    /// What only the application could answer: which indexer a release came from.
    record Unanswerable() implements Test {}

    Answer answer(ReleaseFacts facts, Findings findings) {
        var answer = switch (test) {
            case Matches matches -> findings.answer(matches);
            case Is is -> facts.same(number(is.figure(), facts), is.value());
            case Speaks speaks -> speaks(speaks, facts);
            case Flagged flagged -> flagged(flagged, facts);
            case Sized sized -> sized(sized, facts);
            case Dated dated -> dated(dated, facts);
            case Unanswerable _ -> Answer.UNKNOWN;
        };
        return negated ? answer.negated() : answer;
    }

    private static OptionalInt number(Figure figure, ReleaseFacts facts) {
        return switch (figure) {
            case SOURCE -> facts.source();
            case RESOLUTION -> facts.resolution();
            case MODIFIER -> facts.modifier();
            case RELEASE_TYPE -> facts.releaseType();
        };
    }

    private static Answer speaks(Speaks speaks, ReleaseFacts facts) {
        boolean original = speaks.language() == Speaks.ORIGINAL;
        if (facts.languages().isEmpty() || (original && facts.original().isEmpty() && !facts.settled())) {
            return facts.unknown();
        }
        int wanted = original ? facts.original().orElse(Speaks.ORIGINAL) : speaks.language();
        var spoken = facts.languages().get();
        return Answer.of(speaks.except() ? spoken.stream().anyMatch(one -> one != wanted) : spoken.contains(wanted));
    }

    private static Answer sized(Sized sized, ReleaseFacts facts) {
        if (facts.bytes().isEmpty() && !facts.settled()) {
            return Answer.UNKNOWN;
        }
        long bytes = facts.bytes().orElse(0);
        return Answer.of(bytes > sized.moreThan() && bytes <= sized.atMost());
    }

    private static Answer dated(Dated dated, ReleaseFacts facts) {
        int year = facts.year().orElse(0);
        return year == 0 ? facts.unknown() : Answer.of(year >= dated.first() && year <= dated.last());
    }

    private static Answer flagged(Flagged flagged, ReleaseFacts facts) {
        if (facts.flags().isEmpty() && !facts.settled()) {
            return Answer.UNKNOWN;
        }
        return Answer.of((facts.flags().orElse(0) & flagged.flags()) == flagged.flags());
    }
}
