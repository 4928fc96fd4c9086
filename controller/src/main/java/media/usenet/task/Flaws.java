package media.usenet.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Collects all that is wrong with a request, so that whoever wrote it is told at once.
public final class Flaws {

    private static final String WHERE = "request";

    private final List<Flaw> found = new ArrayList<>();

    public void add(String key, String message) {
        found.add(new Flaw(WHERE, key, message));
    }

    public void addAll(List<Flaw> more) {
        found.addAll(more);
    }

    /// @return whether it holds
    public boolean require(boolean holds, String key, String message) {
        if (!holds) {
            add(key, message);
        }
        return holds;
    }

    /// What the text means; empty, and a flaw, if it means nothing. Nothing was written where it is null: empty, no
    /// flaw.
    public <T> Optional<T> read(@Nullable String text, String key, Function<String, T> meaning) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(meaning.apply(text));
        } catch (IllegalArgumentException e) {
            add(key, "'%s': %s".formatted(text, e.getMessage()));
            return Optional.empty();
        }
    }

    /// The number; the fallback where none was written, and with a flaw where it is out of bounds.
    public double within(@Nullable Double number, String key, double least, double most, double fallback) {
        if (number == null) {
            return fallback;
        }
        boolean holds = require(
                number >= least && number <= most,
                key,
                "%s is not between %s and %s".formatted(plain(number), plain(least), plain(most)));
        return holds ? number : fallback;
    }

    public int within(@Nullable Integer number, String key, int least, int most, int fallback) {
        return (int) within(number == null ? null : Double.valueOf(number), key, least, most, fallback);
    }

    /// @throws ProblemException `INVALID_REQUEST` if anything was found
    public void raise() {
        if (!found.isEmpty()) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    found.size() == 1
                            ? "the request cannot be done"
                            : "the request cannot be done, for several reasons",
                    "docs/jobs.md shows every request, with an example that works",
                    found);
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
