package media.usenet.hardware;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/hardware")
final class HardwareController {

    private final Hardware hardware;
    private final LiveFigures live;
    private final MachineCapture capture;

    HardwareController(Hardware hardware, LiveFigures live, MachineCapture capture) {
        this.hardware = hardware;
        this.live = live;
        this.capture = capture;
    }

    /// @param root a capture to look at in place of this machine
    @GetMapping
    HardwareFacts facts(@RequestParam Optional<String> root) {
        return root.isPresent() ? hardware.facts(path(root.get())) : hardware.facts();
    }

    @GetMapping("/status")
    HardwareStatus status() {
        return live.status();
    }

    @GetMapping("/capture")
    HardwareCapture capture() {
        return capture.capture();
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ProblemException(
                    Problem.HARDWARE_ROOT_UNREADABLE,
                    "'%s' is no path".formatted(text),
                    "give the folder of a capture",
                    e);
        }
    }
}
