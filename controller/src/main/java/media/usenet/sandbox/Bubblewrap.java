package media.usenet.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/// The arguments that confine a program: bubblewrap for what it sees, `prlimit` for what it uses, `setpriv` for who
/// it is. Pure.
///
/// @param filter the file of the seccomp filter; absent on processors for which there is none
record Bubblewrap(SystemFolders system, Optional<Path> filter) {

    private static final DataSize SCRATCH = DataSize.ofMegabytes(64);
    private static final int DESCRIPTOR = 9;
    // The shell only opens the file: an argument list cannot.
    private static final String OPEN_FILTER = "exec %d<\"$1\"; shift; exec \"$@\"".formatted(DESCRIPTOR);

    /// @param user empty where the controller itself is an ordinary user: the program stays that user
    List<String> argv(Cell cell, Optional<CellUser> user, List<String> program) {
        var argv = new ArrayList<>(niceness(cell.limits()));
        filter.ifPresent(file -> argv.addAll(List.of("sh", "-c", OPEN_FILTER, "sh", file.toString())));
        argv.addAll(namespaces(user.isEmpty()));
        filter.ifPresent(_ -> argv.addAll(List.of("--seccomp", String.valueOf(DESCRIPTOR))));
        argv.addAll(view(cell, program.getFirst()));
        argv.add("--");
        argv.addAll(confinedButForTheView(cell, user, program));
        return List.copyOf(argv);
    }

    /// What remains where bubblewrap cannot run: limits and an unprivileged user, and sight of everything.
    List<String> unconfined(Cell cell, Optional<CellUser> user, List<String> program) {
        var argv = new ArrayList<>(niceness(cell.limits()));
        argv.addAll(confinedButForTheView(cell, user, program));
        return List.copyOf(argv);
    }

    private static List<String> niceness(Limits limits) {
        return limits.niceness() == 0
                ? List.of()
                : List.of("nice", "-n", String.valueOf(limits.niceness()), "ionice", "-c", "2", "-n", "7");
    }

    private static List<String> namespaces(boolean ordinaryUser) {
        var argv = new ArrayList<>(List.of(
                "bwrap",
                "--unshare-pid",
                "--unshare-ipc",
                "--unshare-uts",
                "--unshare-net",
                "--unshare-cgroup-try",
                "--die-with-parent",
                "--new-session",
                "--hostname",
                "cell"));
        if (ordinaryUser) {
            argv.addAll(List.of("--unshare-user", "--disable-userns"));
        }
        argv.addAll(List.of("--clearenv", "--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin"));
        argv.addAll(List.of("--setenv", "HOME", "/tmp", "--setenv", "TMPDIR", "/tmp", "--setenv", "LC_ALL", "C"));
        return argv;
    }

    private List<String> view(Cell cell, String program) {
        var argv = new ArrayList<>(system.arguments(!cell.devices().isEmpty()));
        argv.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        for (var scratch : List.of("/dev/shm", "/tmp")) {
            argv.addAll(List.of("--perms", "1777", "--size", String.valueOf(SCRATCH.toBytes()), "--tmpfs", scratch));
        }
        argv.addAll(SystemFolders.waysTo(
                Stream.of(cell.readable(), cell.devices(), List.of(cell.work())).flatMap(List::stream)));
        cell.devices().forEach(device -> argv.addAll(List.of("--dev-bind", device.toString(), device.toString())));
        if (!system.has(program)) {
            argv.addAll(SystemFolders.waysTo(Stream.of(Path.of(program))));
            argv.addAll(List.of("--ro-bind", program, program));
        }
        cell.readable().forEach(path -> argv.addAll(List.of("--ro-bind", path.toString(), path.toString())));
        var work = cell.work().toString();
        // The last word: a readable folder may hold the work folder.
        argv.addAll(List.of("--bind", work, work, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", work));
        return argv;
    }

    private static List<String> confinedButForTheView(Cell cell, Optional<CellUser> user, List<String> program) {
        var argv = new ArrayList<>(
                limits(cell.limits(), user.isEmpty() || user.get().ownUid()));
        user.ifPresent(it -> argv.addAll(privileges(it)));
        argv.addAll(program);
        return argv;
    }

    /// @param countable whether the processes of the cell's user are those of the cell. An ordinary user's are
    ///     since Linux 5.14, which counts them for each user namespace
    private static List<String> limits(Limits limits, boolean countable) {
        var argv = new ArrayList<>(List.of("prlimit", "--core=0"));
        argv.add("--data=" + limits.memory().toBytes());
        argv.add("--fsize=" + limits.fileSize().toBytes());
        argv.add("--cpu=" + limits.cpu().toSeconds());
        argv.add("--nofile=" + limits.files());
        if (countable) {
            argv.add("--nproc=" + limits.processes());
        }
        argv.add("--");
        return argv;
    }

    private static List<String> privileges(CellUser user) {
        var groups = user.groups().stream().map(String::valueOf).collect(Collectors.joining(","));
        return List.of(
                "setpriv",
                "--reuid=" + user.uid(),
                "--regid=" + user.gid(),
                groups.isEmpty() ? "--clear-groups" : "--groups=" + groups,
                "--inh-caps=-all",
                "--bounding-set=-all",
                "--no-new-privs",
                "--");
    }
}
