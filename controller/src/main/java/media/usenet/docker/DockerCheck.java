package media.usenet.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;
import org.springframework.stereotype.Component;

/// Checks that there is a Docker engine which the stack can run on, with room for its images.
@Component
final class DockerCheck implements Check {

    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final long LOW = 5L << 30;
    private static final long NONE = 500L << 20;

    private final DockerEngine engine;

    DockerCheck(DockerEngine engine) {
        this.engine = engine;
    }

    @Override
    public String component() {
        return "docker";
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        try {
            var info = engine.info(PATIENCE);
            findings.addAll(judge(info));
            findings.addAll(judge(info.rootDirectory(), free(info.rootDirectory())));
        } catch (ProblemException e) {
            findings.add(Finding.of(e, Severity.ERROR));
        }
        return findings;
    }

    static List<Finding> judge(EngineInfo info) {
        if (info.desktop()) {
            return List.of(new Finding(
                    "DOCKER_DESKTOP",
                    Severity.ERROR,
                    "this is Docker Desktop: its virtual machine sees neither drives nor GPUs of this machine",
                    "install Docker Engine instead: sudo apt install docker.io"));
        }
        if (info.rootless()) {
            return List.of(new Finding(
                    "DOCKER_ROOTLESS",
                    Severity.ERROR,
                    "the Docker engine runs without root: containers can be given neither drives nor GPUs",
                    "use the system's engine: sudo systemctl enable --now docker, and unset DOCKER_HOST"));
        }
        return List.of();
    }

    static List<Finding> judge(Path root, long freeBytes) {
        return freeBytes >= LOW
                ? List.of()
                : List.of(new Finding(
                        "DOCKER_DISK_LOW",
                        freeBytes < NONE ? Severity.ERROR : Severity.WARNING,
                        "%d MiB are free for images and containers under %s".formatted(freeBytes >> 20, root),
                        "remove images that nothing uses: docker image prune --all"));
    }

    // Other users may not look into the engine's folder; what it lies on is what counts.
    private static long free(Path root) {
        var seen = root;
        while (!Files.exists(seen) && seen.getParent() != null) {
            seen = seen.getParent();
        }
        try {
            return Files.getFileStore(seen).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
