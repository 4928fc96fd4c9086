package media.usenet.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.problem.Flaw;
import media.usenet.yaml.EnvFile;

/// The variables of `.env`, with the flaws of those that are read as more than text.
final class Environment {

    private final String name;
    private final Map<String, String> variables;
    private final List<Flaw> flaws;

    Environment(String name, EnvFile file) {
        this.name = name;
        this.variables = file.variables();
        this.flaws = new ArrayList<>(file.flaws());
    }

    Optional<String> text(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(text -> !text.isBlank());
    }

    Optional<Integer> integer(String variable, int least, int most) {
        return text(variable).flatMap(text -> {
            try {
                var number = Integer.parseInt(text);
                if (least <= number && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException _) {
                // told below
            }
            flaws.add(new Flaw(name, variable, "must be a whole number from %d to %d".formatted(least, most)));
            return Optional.empty();
        });
    }

    Map<String, String> variables() {
        return variables;
    }

    List<Flaw> flaws() {
        return flaws;
    }
}
