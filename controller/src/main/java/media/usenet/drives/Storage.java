package media.usenet.drives;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks after drives from the controller's start to its end, or says why it does not. What is mounted stays mounted
/// when the controller ends, and is taken over by the next.
final class Storage implements SmartLifecycle, Check {

    private static final Logger log = LoggerFactory.getLogger(Storage.class);

    private final Supplier<Drives> start;
    private volatile Optional<Drives> drives = Optional.empty();
    private volatile ProblemException off =
            new ProblemException(Problem.STORAGE_OFF, "drives are not looked after yet", "wait until it has started");

    /// @param start looks at every drive and begins to listen; throws why it cannot
    Storage(Supplier<Drives> start) {
        this.start = start;
    }

    /// @throws ProblemException `STORAGE_OFF` with the reason
    Drives on() {
        return drives.orElseThrow(() -> off);
    }

    Optional<Drives> ifOn() {
        return drives;
    }

    Doctor.Report doctor() {
        return drives.map(on -> on.doctor().report())
                .orElseGet(() -> new Doctor.Report(List.of(), List.of(finding(Severity.ERROR))));
    }

    @Override
    public void start() {
        try {
            drives = Optional.of(start.get());
            drives.ifPresent(on -> on.board().tellOfRound());
        } catch (ProblemException e) {
            off = e;
            log.warn("drives are not looked after: {} Remedy: {}", e.detail(), e.remedy());
        }
    }

    @Override
    public void stop() {
        drives.ifPresent(on -> {
            on.smart().close();
            on.watch().close();
        });
        drives = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return drives.isPresent();
    }

    @Override
    public String component() {
        return "storage";
    }

    @Override
    public List<Finding> findings() {
        // Whoever runs the controller without root knows that drives are not its business: nothing is broken.
        return drives.map(on -> on.status().findings()).orElseGet(() -> List.of(finding(Severity.NOTICE)));
    }

    private Finding finding(Severity severity) {
        return Finding.of(off, severity);
    }
}
