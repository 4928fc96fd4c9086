package media.usenet.encoders;

import java.util.List;
import media.usenet.effect.Change;
import media.usenet.event.Operations;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How fast this machine encodes, measured.
@RestController
@RequestMapping("/v1/hardware/benchmark")
final class BenchmarkController {

    private final Benchmark benchmark;
    private final Operations operations;

    BenchmarkController(Benchmark benchmark, Operations operations) {
        this.benchmark = benchmark;
        this.operations = operations;
    }

    @GetMapping
    BenchmarkHistory history() {
        return benchmark.history();
    }

    /// @param lines heights of the picture: 480, 1080, 2160
    @PostMapping
    ResponseEntity<?> run(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "480,1080,2160") List<Integer> lines) {
        if (lines.isEmpty() || !Benchmark.LINES.containsAll(lines)) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST, "lines are of 480, 1080 and 2160, not " + lines, "give some of those");
        }
        return dryRun ? ResponseEntity.ok(preview(lines)) : measure(lines);
    }

    private static Change preview(List<Integer> lines) {
        return new Change(
                "hardware benchmark",
                "the encoders of this machine",
                null,
                lines.stream()
                        .map("measure each proved encoder with film of %d lines"::formatted)
                        .toList(),
                List.of(),
                "usenet hardware benchmark");
    }

    private ResponseEntity<?> measure(List<Integer> lines) {
        return Accepted.by(
                operations.start("hardware.benchmark", tell -> Uninterrupted.get(() -> benchmark.run(lines, tell))));
    }
}
