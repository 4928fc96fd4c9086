package media.usenet.pool;

import java.util.regex.Pattern;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// The name of a slot, chosen once and kept: a folder in the pool, and so in every container.
public record SlotName(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /// @throws ProblemException `INVALID_REQUEST`
    public SlotName {
        if (!FORM.matcher(text).matches()) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "'%s' cannot be the name of a slot".formatted(text),
                    "take 1 to 32 of the characters a-z, 0-9 and -, the first of them a letter or a digit");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
