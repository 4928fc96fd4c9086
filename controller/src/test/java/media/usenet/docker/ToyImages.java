package media.usenet.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.ProcessRunner;

/// Makes small images that stand in for the real ones under their own references, so that a stack can be started where
/// there is no registry: a busybox that answers every HTTP request on its ports, whatever command, user, environment
/// and mounts it is started with, and that has the `curl`, `wget` and `/bin/sh` which health checks use.
///
/// All of them share one layer of four megabytes. What is there already is not made again.
public final class ToyImages {

    private static final String LABEL = "media.usenet.toy";

    private final ProcessRunner runner = new HostProcessRunner();
    private final Set<String> programs = new TreeSet<>();

    /// An image to make.
    ///
    /// @param reference any: `lscr.io/linuxserver/sonarr:4.0.19`
    /// @param ports it answers on
    /// @param status it answers with
    /// @param healthCheck whether it brings a health check of its own, which always finds it well
    public record Toy(String reference, List<Integer> ports, int status, boolean healthCheck) {

        public static Toy of(String reference, Integer... ports) {
            return new Toy(reference, List.of(ports), 200, false);
        }

        public Toy answering(int other) {
            return new Toy(reference, ports, other, healthCheck);
        }

        public Toy withHealthCheck() {
            return new Toy(reference, ports, status, true);
        }

        private List<String> changes(String mark) {
            var entry = new ArrayList<>(List.of("/bin/toy", String.valueOf(status)));
            ports.forEach(port -> entry.add(port.toString()));
            entry.add("--");
            var words = entry.stream().map(word -> '"' + word + '"').collect(Collectors.joining(","));
            var changes = new ArrayList<>(List.of("ENTRYPOINT [" + words + "]", "LABEL " + LABEL + "=" + mark));
            if (healthCheck) {
                changes.add("HEALTHCHECK --interval=1s CMD true");
            }
            return changes;
        }

        private String mark(byte[] root) {
            return HexFormat.of().toHexDigits(31 * hashCode() + Arrays.hashCode(root));
        }
    }

    /// Adds programs that health checks run and that always succeed, by name or by path: `pg_isready`,
    /// `/gluetun-entrypoint`.
    public ToyImages with(Collection<String> names) {
        programs.addAll(names);
        return this;
    }

    public void make(Toy... toys) {
        make(List.of(toys));
    }

    public void make(Collection<Toy> toys) {
        try {
            var root = new ToyRoot(runner).tar(programs);
            var missing = toys.stream().filter(toy -> !exists(toy, root)).toList();
            var tar = Files.write(Files.createTempFile("toy", ".tar"), root);
            try {
                missing.parallelStream().forEach(toy -> make(toy, tar, toy.mark(root)));
            } finally {
                Files.delete(tar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean exists(Toy toy, byte[] root) {
        var format = "{{index .Config.Labels \"" + LABEL + "\"}}";
        return runner.run(docker("image", "inspect", "--format", format, toy.reference())) instanceof Exited exited
                && exited.stdout().strip().equals(toy.mark(root));
    }

    private void make(Toy toy, Path tar, String mark) {
        var argv = new ArrayList<>(List.of("docker", "import"));
        toy.changes(mark).forEach(change -> argv.addAll(List.of("--change", change)));
        argv.addAll(List.of(tar.toString(), toy.reference()));
        if (!(runner.run(Command.of(Duration.ofMinutes(1), argv)) instanceof Exited exited) || !exited.succeeded()) {
            throw new IllegalStateException("docker import failed for " + toy);
        }
    }

    private static Command docker(String... arguments) {
        var argv = new ArrayList<>(List.of("docker"));
        argv.addAll(List.of(arguments));
        return Command.of(Duration.ofMinutes(1), argv);
    }
}
