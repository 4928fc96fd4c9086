package media.usenet.encoders;

import java.util.List;
import media.usenet.event.Operation;
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
    ResponseEntity<Operation> run(@RequestParam(defaultValue = "480,1080,2160") List<Integer> lines) {
        if (lines.isEmpty() || !Benchmark.LINES.containsAll(lines)) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST, "lines are of 480, 1080 and 2160, not " + lines, "give some of those");
        }
        return Accepted.by(
                operations.start("hardware.benchmark", tell -> Uninterrupted.get(() -> benchmark.run(lines, tell))));
    }
}
