package media.usenet.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that one program started and that still runs: its session, what carries its mark in the environment
/// although its parent is gone, and the descendants of both.
final class ProcessTree {

    /// The variable whose value marks a program and what it starts.
    static final String MARK = "USENET_PROGRAM";

    private static final String CELL = "bwrap";
    // sysconf(_SC_CLK_TCK) on every architecture that Java runs on.
    private static final long TICKS_PER_SECOND = 100;
    private static final int SESSION = 3;
    private static final int FIRST_TIME = 11;

    private final Path proc;
    private final long leader;
    private final String mark;

    ProcessTree(Path proc, long leader, String mark) {
        this.proc = proc;
        this.leader = leader;
        this.mark = MARK + "=" + mark;
    }

    /// @param parent its process id
    /// @param cpu its own processor time, and that of the children it waited for
    private record Member(String name, long parent, boolean marked, Duration cpu) {}

    /// @param ask those that a request to end is meant for: neither the supervising shell nor bubblewrap, which end
    ///     with their program, and would take it with them at once
    record Members(Set<Long> all, Set<Long> ask, Duration cpu) {}

    Members alive() {
        var running = running();
        var tree = new HashMap<>(running);
        tree.keySet().removeIf(pid -> !belongs(pid, running));
        var ask = new HashMap<>(tree);
        ask.entrySet()
                .removeIf(each ->
                        each.getKey() == leader || each.getValue().name().equals(CELL));
        var cpu = tree.values().stream().map(Member::cpu).reduce(Duration.ZERO, Duration::plus);
        return new Members(Set.copyOf(tree.keySet()), Set.copyOf(ask.keySet()), cpu);
    }

    private static boolean belongs(long pid, Map<Long, Member> running) {
        for (var member = running.get(pid); member != null; member = running.get(member.parent())) {
            if (member.marked()) {
                return true;
            }
        }
        return false;
    }

    private Map<Long, Member> running() {
        var running = new HashMap<Long, Member>();
        try (var folders = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (var folder : folders) {
                var member = member(folder);
                if (member != null) {
                    running.put(Long.parseLong(folder.getFileName().toString()), member);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running;
    }

    /// Null for a process that has ended, also while nobody has taken note of it.
    private @Nullable Member member(Path folder) {
        try {
            var stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
            var fields = fields(stat);
            if (fields.getFirst().equals("Z") || fields.getFirst().equals("X")) {
                return null;
            }
            var own = Long.parseLong(fields.get(SESSION)) == leader || carriesMark(folder);
            return new Member(name(stat), Long.parseLong(fields.get(1)), own, cpu(fields));
        } catch (IOException _) {
            return null;
        }
    }

    /// The fields after the name, which may itself hold spaces and brackets (proc_pid_stat(5)).
    private static List<String> fields(String stat) {
        return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
    }

    private static String name(String stat) {
        return stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    }

    private static Duration cpu(List<String> fields) {
        var ticks = fields.subList(FIRST_TIME, FIRST_TIME + 4).stream()
                .mapToLong(Long::parseLong)
                .sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    private boolean carriesMark(Path folder) {
        try {
            return Files.readString(folder.resolve("environ"), StandardCharsets.ISO_8859_1)
                    .contains(mark);
        } catch (IOException _) {
            // Someone else's process: not one that this program started.
            return false;
        }
    }
}
