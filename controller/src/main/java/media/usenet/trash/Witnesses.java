package media.usenet.trash;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Asks everyone who can know whether a file is in use.
final class Witnesses {

    private final List<Witness> all;

    Witnesses(List<Witness> all) {
        this.all = List.copyOf(all);
    }

    /// @param unasked what the user named as not to be asked
    /// @throws Refusal where a question is answered with yes, or by nobody
    void requireFree(Path file, Set<Question> unasked) throws Refusal {
        for (var question : Question.values()) {
            if (!unasked.contains(question)) {
                requireFree(file, question);
            }
        }
    }

    private void requireFree(Path file, Question question) throws Refusal {
        var asked =
                all.stream().filter(witness -> witness.question() == question).toList();
        if (asked.isEmpty()) {
            throw unknown(question, "no application answers that yet");
        }
        for (var witness : asked) {
            switch (witness.use(file)) {
                case Use.Free() -> {}
                case Use.Busy(var by) -> throw new Refusal("%s: %s".formatted(question.yes(), by));
                case Use.Unknown(var because) -> throw unknown(question, because);
            }
        }
    }

    private static Refusal unknown(Question question, String because) {
        return new Refusal("nobody knows whether %s: %s; see to it yourself, then name it: --unasked %s"
                .formatted(question.yes(), because, question.word()));
    }
}
