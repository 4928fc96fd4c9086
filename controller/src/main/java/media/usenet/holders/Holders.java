package media.usenet.holders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import media.usenet.holders.ProcessFiles.DeniedException;

/// Finds the processes that keep a mounted file system busy, in containers too. Nothing on the file system itself is
/// touched, so that a drive that is gone or hangs cannot be felt.
///
/// A process that hangs on such a drive may make the kernel wait for it when its mappings are read: ask where nothing
/// else waits for the answer.
public final class Holders {

    private final Path proc;

    /// @param proc `/proc` on a real host
    public Holders(Path proc) {
        this.proc = proc;
    }

    /// Whoever came or went while it was made may stand in it or not.
    ///
    /// @param holders by process number
    /// @param unseen processes that could not be looked into, with their programs: they may hold something, too
    public record Found(List<Holder> holders, List<Unseen> unseen) {

        public Found {
            holders = List.copyOf(holders);
            unseen = List.copyOf(unseen);
        }
    }

    public record Unseen(int pid, String program) {}

    /// @param deviceNumber of the mounted file system, as mountinfo writes it: `8:17`
    public Found of(String deviceNumber) {
        var holders = new ArrayList<Holder>();
        var unseen = new ArrayList<Unseen>();
        var processes = processes();
        var views = MountViews.of(processes);
        var mounts = views.of(deviceNumber);
        for (var process : processes) {
            try {
                var holder = new Holdings(process, deviceNumber, mounts, views.seenBy(process)).holder();
                if (holder != null) {
                    holders.add(holder);
                }
            } catch (DeniedException _) {
                unseen.add(new Unseen(
                        process.pid(),
                        Objects.requireNonNullElse(process.text("comm"), "?").strip()));
            }
        }
        return new Found(holders, unseen);
    }

    private List<ProcessFiles> processes() {
        try (var folders = Files.list(proc)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d+"))
                    .map(ProcessFiles::new)
                    .sorted(Comparator.comparingInt(ProcessFiles::pid))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
