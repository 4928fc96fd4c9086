package media.usenet.holders;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The container that a process belongs to, told by its control groups.
final class ContainerId {

    // /docker/ID with cgroupfs, /system.slice/docker-ID.scope with systemd, /../ID seen from inside a container.
    private static final Pattern ID = Pattern.compile("[/-]([0-9a-f]{64})(?:\\.scope)?(?:/|$)", Pattern.MULTILINE);

    private ContainerId() {}

    /// The outermost of nested ones, which is the one that this machine's engine knows.
    ///
    /// @param cgroup the text of `/proc/PID/cgroup`
    static @Nullable String of(String cgroup) {
        var found = ID.matcher(cgroup);
        return found.find() ? found.group(1) : null;
    }
}
