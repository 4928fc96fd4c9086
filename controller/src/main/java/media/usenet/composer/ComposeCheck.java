package media.usenet.composer;

import java.util.List;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;
import org.springframework.stereotype.Component;

/// Checks that there is a Docker Compose which the stack can be started with.
@Component
final class ComposeCheck implements Check {

    private final Compose compose;

    ComposeCheck(Compose compose) {
        this.compose = compose;
    }

    @Override
    public String component() {
        return "compose";
    }

    @Override
    public List<Finding> findings() {
        try {
            return judge(compose.version());
        } catch (ProblemException e) {
            return List.of(Finding.of(e, Severity.ERROR));
        }
    }

    static List<Finding> judge(ComposeVersion version) {
        return version.first()
                ? List.of(new Finding(
                        "COMPOSE_OLD",
                        Severity.NOTICE,
                        "Docker Compose %s works, but has had no repairs since 2023".formatted(version.number()),
                        "install Compose v2: sudo apt install docker-compose-v2, or docker-compose-plugin"))
                : List.of();
    }
}
