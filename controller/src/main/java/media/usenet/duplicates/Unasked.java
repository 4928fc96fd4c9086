package media.usenet.duplicates;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.trash.Question;

/// The questions that a user answered himself.
final class Unasked {

    private Unasked() {}

    /// @throws ProblemException `INVALID_REQUEST` for a word that is no question
    static Set<Question> of(List<String> words) {
        var unasked = EnumSet.noneOf(Question.class);
        for (var word : words) {
            unasked.add(Question.of(word)
                    .orElseThrow(() -> new ProblemException(
                            Problem.INVALID_REQUEST,
                            "'%s' is nothing that would be asked".formatted(word),
                            "name what you made sure of yourself: "
                                    + Stream.of(Question.values())
                                            .map(Question::word)
                                            .collect(Collectors.joining(", ")))));
        }
        return unasked;
    }
}
