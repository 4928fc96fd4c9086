package media.usenet.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stands in for the kernel: remembers what it was asked, and keeps a mountinfo file as the kernel would.
public final class ToyMountTable implements MountCalls {

    private final Path mountinfo;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private int next = 50;
    private int refusedFrom = Integer.MAX_VALUE;
    private int errno;

    private record Entry(
            int id, String number, Path point, String type, String source, boolean shared, Set<MountFlag> flags) {

        Entry at(Path other) {
            return new Entry(id, number, other, type, source, shared, flags);
        }

        Entry shared(boolean is) {
            return new Entry(id, number, point, type, source, is, flags);
        }

        Entry with(Set<MountFlag> others) {
            return new Entry(id, number, point, type, source, shared, others);
        }

        String line() {
            return "%d 1 %s / %s %s%s - %s %s rw"
                    .formatted(
                            id,
                            number,
                            point,
                            flags.contains(MountFlag.READ_ONLY) ? "ro" : "rw",
                            shared ? " shared:" + id : "",
                            type,
                            source);
        }
    }

    /// @param mountinfo file to keep
    /// @param shared whether `/` is a shared mount
    public ToyMountTable(Path mountinfo, boolean shared) {
        this.mountinfo = mountinfo;
        add("8:1", Path.of("/"), "ext4", "/dev/sda1", shared, Set.of());
    }

    /// A mount that was there before.
    public ToyMountTable with(Path point, String type, String source, boolean shared) {
        add("0:" + next, point, type, source, shared, Set.of());
        return this;
    }

    /// Everything from the given number of calls on is refused, as if the caller had ended there.
    public void refuseFrom(int calls, int number) {
        refusedFrom = calls;
        errno = number;
    }

    /// What was asked so far, in order.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// The mount points, with `ro` and `shared` where they are so.
    public List<String> points() {
        return entries.stream()
                .map(entry -> entry.point()
                        + (entry.flags().contains(MountFlag.READ_ONLY) ? " ro" : "")
                        + (entry.shared() ? " shared" : ""))
                .toList();
    }

    @Override
    public void mount(String source, Path target, String type, Set<MountFlag> flags, String options)
            throws ErrnoException {
        ask("mount %s %s".formatted(source, target));
        add("0:" + next, target, type, source, holding(target).shared(), flags);
    }

    @Override
    public void bind(Path source, Path target) throws ErrnoException {
        ask("bind %s %s".formatted(source, target));
        var from = holding(source);
        add(
                from.number(),
                target,
                from.type(),
                from.source(),
                from.shared() || holding(target).shared(),
                from.flags());
    }

    @Override
    public void remountBind(Path target, Set<MountFlag> flags) throws ErrnoException {
        ask("remountBind %s%s".formatted(target, flags.contains(MountFlag.READ_ONLY) ? " ro" : ""));
        replace(top(target), top(target).with(flags));
    }

    @Override
    public void remount(Path target, Set<MountFlag> flags, String options) throws ErrnoException {
        ask("remount " + target);
        replace(top(target), top(target).with(flags));
    }

    @Override
    public void move(Path from, Path to) throws ErrnoException {
        ask("move %s %s".formatted(from, to));
        if (holding(Objects.requireNonNull(from.getParent())).shared()) {
            throw new ErrnoException("move", 22);
        }
        replace(top(from), top(from).at(to));
    }

    @Override
    public void propagation(Path target, Propagation propagation, boolean recursive) throws ErrnoException {
        ask("propagation %s %s".formatted(target, propagation));
        replace(top(target), top(target).shared(propagation == Propagation.SHARED));
    }

    @Override
    public void unmount(Path target) throws ErrnoException {
        ask("unmount " + target);
        replace(top(target), null);
    }

    @Override
    public void detach(Path target) throws ErrnoException {
        ask("detach " + target);
        replace(top(target), null);
    }

    @Override
    public void sync(Path path) throws ErrnoException {
        ask("sync " + path);
    }

    @Override
    public void shutDown(Path mountPoint) throws ErrnoException {
        ask("shutDown " + mountPoint);
    }

    @Override
    public void flushBuffers(Path device) throws ErrnoException {
        ask("flushBuffers " + device);
    }

    @Override
    public void readBlock(Path device, long block) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isFree(Path device) throws ErrnoException {
        ask("isFree " + device);
        return entries.stream().noneMatch(entry -> entry.source().equals(device.toString()));
    }

    @Override
    public void makeImmutable(Path folder) throws ErrnoException {
        ask("makeImmutable " + folder);
    }

    private void ask(String call) throws ErrnoException {
        if (asked.size() >= refusedFrom) {
            throw new ErrnoException(call, errno);
        }
        asked.add(call);
    }

    private void add(String number, Path point, String type, String source, boolean shared, Set<MountFlag> flags) {
        entries.add(new Entry(next++, number, point, type, source, shared, Set.copyOf(flags)));
        write();
    }

    private void replace(Entry old, @Nullable Entry entry) {
        entries.remove(old);
        if (entry != null) {
            entries.add(entry);
        }
        write();
    }

    private Entry holding(Path path) {
        for (var point = path; point != null; point = point.getParent()) {
            var here = point;
            var found = entries.reversed().stream()
                    .filter(entry -> entry.point().equals(here))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError(path);
    }

    private Entry top(Path point) throws ErrnoException {
        return entries.reversed().stream()
                .filter(entry -> entry.point().equals(point))
                .findFirst()
                .orElseThrow(() -> new ErrnoException("no mount at " + point, 22));
    }

    private void write() {
        try {
            Files.writeString(mountinfo, entries.stream().map(Entry::line).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
