package media.usenet.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;

/// Whether what this process mounts appears on the host. It does not in a mount namespace of its own, such as systemd
/// gives to sandboxed units and engines give to containers, but below a mount that is shared with the host.
final class MountNamespace {

    /// `PROC_PID_INIT_INO` of linux/proc_ns.h: the one namespace of processes that is in no container.
    private static final String FIRST_OF_PROCESSES = "pid:[4026531836]";

    private static final List<String> MARKS_OF_CONTAINERS = List.of(".dockerenv", "run/.containerenv");

    private final Path machine;

    /// @param machine `/` on a real host
    MountNamespace(Path machine) {
        this.machine = machine;
    }

    /// What is wrong, and what to do about it.
    record Refusal(String why, String remedy) {}

    Optional<Refusal> refusal(Path root, List<Mount> mounts) {
        if (inContainer()) {
            return Mounts.holding(root, mounts).filter(Mount::shared).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "the controller runs in a container, and nothing that it mounts there reaches the host",
                            "start its container with: -v %s:%s:rshared".formatted(root, root)));
        }
        return ofItsOwn()
                ? Optional.of(new Refusal(
                        "the controller runs in a mount namespace of its own, and nothing that it mounts there"
                                + " reaches the host",
                        "take PrivateMounts, PrivateTmp, ProtectSystem and the like out of its systemd unit"))
                : Optional.empty();
    }

    boolean inContainer() {
        // The marks alone say little: machines are made from images, too, and keep them.
        return MARKS_OF_CONTAINERS.stream().anyMatch(mark -> Files.exists(machine.resolve(mark)))
                && (ofItsOwn()
                        || !link("self/ns/pid").orElse(FIRST_OF_PROCESSES).equals(FIRST_OF_PROCESSES));
    }

    private boolean ofItsOwn() {
        var first = link("1/ns/mnt");
        return first.isPresent() && !first.equals(link("self/ns/mnt"));
    }

    /// Nothing where this process may not know.
    private Optional<String> link(String name) {
        try {
            return Optional.of(Files.readSymbolicLink(machine.resolve("proc").resolve(name))
                    .toString());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
