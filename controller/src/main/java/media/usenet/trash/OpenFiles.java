package media.usenet.trash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import media.usenet.holders.Holders;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.FileLease;
import media.usenet.linux.FileLease.Against;
import org.jspecify.annotations.Nullable;

/// Whether a program has a file open, in whatever container: the kernel is asked for a lease, and where the
/// file system has none, the processes are looked through.
final class OpenFiles implements Witness {

    private final Holders holders;

    OpenFiles(Holders holders) {
        this.holders = holders;
    }

    @Override
    public Question question() {
        return Question.OPEN_FILES;
    }

    @Override
    public Use use(Path file) {
        try (var lease = lease(file)) {
            return lease == null ? looked(file) : new Use.Free();
        } catch (ErrnoException e) {
            return switch (e.errno()) {
                case EAGAIN -> new Use.Busy(who(file));
                default -> new Use.Unknown(String.valueOf(e.getMessage()));
            };
        }
    }

    /// Keeps everyone from opening the file until it is closed.
    ///
    /// @return null where the file system has no leases
    /// @throws ErrnoException `EAGAIN` where someone has it open
    static @Nullable FileLease lease(Path file) throws ErrnoException {
        try {
            return FileLease.take(file, Against.EVERYONE);
        } catch (ErrnoException e) {
            return switch (e.errno()) {
                case EINVAL, EOPNOTSUPP, EACCES, EPERM -> null;
                default -> throw e;
            };
        }
    }

    private Use looked(Path file) {
        var found = found(file);
        if (found.isEmpty()) {
            return new Use.Unknown("its drive does not say which it is");
        }
        return holder(found.get(), file)
                .<Use>map(Use.Busy::new)
                .orElseGet(() -> found.get().unseen().isEmpty()
                        ? new Use.Free()
                        : new Use.Unknown("%d processes cannot be looked into"
                                .formatted(found.get().unseen().size())));
    }

    private String who(Path file) {
        return found(file).flatMap(all -> holder(all, file)).orElse("a process that does not show itself");
    }

    private Optional<Holders.Found> found(Path file) {
        try {
            long device = (long) Files.getAttribute(file, "unix:dev", LinkOption.NOFOLLOW_LINKS);
            return Optional.of(holders.of(number(device)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> holder(Holders.Found found, Path file) {
        var name = file.getFileName();
        return found.holders().stream()
                .filter(holder ->
                        holder.paths().stream().anyMatch(path -> Path.of(path).endsWith(name)))
                .map(holder -> "%s (process %d)".formatted(holder.program(), holder.pid()))
                .findFirst();
    }

    /// As mountinfo writes it; makedev(3).
    private static String number(long device) {
        long major = (device >>> 8 & 0xfff) | (device >>> 32 & ~0xfffL);
        long minor = (device & 0xff) | (device >>> 12 & ~0xffL);
        return major + ":" + minor;
    }
}
