package media.usenet.health;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import media.usenet.health.Finding.Severity;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the controller lives, whether it can be asked, and what every check says.
@RestController
final class HealthController {

    private final ApplicationAvailability availability;
    private final List<Check> checks;
    private final InstantSource clock;

    HealthController(ApplicationAvailability availability, List<Check> checks, InstantSource clock) {
        this.availability = availability;
        this.checks = checks;
        this.clock = clock;
    }

    /// @param status `UP` or `DOWN`
    record State(String status) {}

    /// @param status `UP`; `DEGRADED` when a check warns; `DOWN` when one finds an error
    record Component(String status, List<Finding> findings) {}

    record Detailed(String status, Instant timestamp, Map<String, Component> components) {}

    @GetMapping("/health/live")
    ResponseEntity<State> live() {
        return state(availability.getLivenessState() == LivenessState.CORRECT);
    }

    @GetMapping("/health/ready")
    ResponseEntity<State> ready() {
        return state(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
    }

    @GetMapping("/health/detailed")
    Detailed detailed() {
        var components = new TreeMap<String, Component>();
        for (var check : checks) {
            var findings = check.findings();
            components.put(check.component(), new Component(status(findings), findings));
        }
        var all = components.values().stream()
                .flatMap(component -> component.findings().stream())
                .toList();
        return new Detailed(status(all), clock.instant(), components);
    }

    private static ResponseEntity<State> state(boolean well) {
        return ResponseEntity.status(well ? 200 : 503).body(new State(well ? "UP" : "DOWN"));
    }

    private static String status(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return "DOWN";
        }
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING) ? "DEGRADED" : "UP";
    }
}
