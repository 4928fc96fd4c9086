package media.usenet.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Enum constants as the wire has them: in lower case.
public final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> String all(E[] constants) {
        return Arrays.stream(constants).map(Words::of).collect(Collectors.joining(", "));
    }

    static <E extends Enum<E>> E parse(String what, String word, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(what, word, all(constants)));
    }

    public static ProblemException unknown(String what, String word, String known) {
        return new ProblemException(
                Problem.INVALID_REQUEST, "'%s' is no %s".formatted(word, what), "use one of " + known);
    }
}
