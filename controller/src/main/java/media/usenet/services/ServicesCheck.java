package media.usenet.services;

import java.util.List;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;
import org.springframework.stereotype.Component;

/// Whether the stack can be planned, and whether every service of it runs and is healthy.
@Component
final class ServicesCheck implements Check {

    private final StackStatus status;

    ServicesCheck(StackStatus status) {
        this.status = status;
    }

    @Override
    public String component() {
        return "services";
    }

    @Override
    public List<Finding> findings() {
        try {
            return status.report(Targets.ALL, false).findings();
        } catch (ProblemException e) {
            return List.of(new Finding(e.problem().name(), Severity.ERROR, e.detail(), e.remedy()));
        }
    }
}
