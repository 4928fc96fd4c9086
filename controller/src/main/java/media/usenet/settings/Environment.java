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
    private final EnvFile file;
    private final List<Flaw> flaws;

    Environment(String name, EnvFile file) {
        this.name = name;
        this.file = file;
        this.flaws = new ArrayList<>(file.flaws());
    }

    Optional<String> text(String variable) {
        return Optional.ofNullable(file.variables().get(variable)).filter(text -> !text.isBlank());
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
            flaw(variable, "must be a whole number from %d to %d, not '%s'".formatted(least, most, text));
            return Optional.empty();
        });
    }

    void flaw(String variable, String message) {
        flaws.add(new Flaw("%s:%d".formatted(name, file.lines().get(variable)), variable, message));
    }

    Map<String, String> variables() {
        return file.variables();
    }

    List<Flaw> flaws() {
        return flaws;
    }
}
