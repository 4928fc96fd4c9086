package media.usenet.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the files that were looked at last hold: one that has not changed is not read again, and two that ask at
/// the same time share one look. Starting ffprobe costs more than all else that lies before a job's FFmpeg: Debian's
/// loads two hundred libraries.
final class KnownMedia {

    private static final int MOST = 256;
    private static final float USUAL_LOAD = 0.75f;
    /// A file that is still written to may change again without a time stamp that differs: file systems count in
    /// ticks of the kernel's clock, FAT in two seconds.
    private static final Duration SETTLED = Duration.ofSeconds(3);

    /// @param changed when anything of it was, its owner's and its times themselves: no program can set that
    private record Identity(Path file, Object inode, long bytes, FileTime modified, FileTime changed) {}

    private final Function<Path, MediaFacts> look;
    private final InstantSource clock;
    private final Map<Identity, CompletableFuture<MediaFacts>> looks = new LinkedHashMap<>(MOST, USUAL_LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, CompletableFuture<MediaFacts>> eldest) {
            return size() > MOST;
        }
    };

    /// @param look reads one file
    KnownMedia(Function<Path, MediaFacts> look, InstantSource clock) {
        this.look = look;
        this.clock = clock;
    }

    MediaFacts facts(Path file) {
        var identity = identity(file);
        if (identity == null) {
            return look.apply(file);
        }
        var mine = new CompletableFuture<MediaFacts>();
        var earlier = begun(identity, mine);
        return earlier == null ? looked(identity, mine) : shared(identity, earlier);
    }

    private synchronized @Nullable CompletableFuture<MediaFacts> begun(
            Identity identity, CompletableFuture<MediaFacts> mine) {
        return looks.putIfAbsent(identity, mine);
    }

    private synchronized void forget(Identity identity, CompletableFuture<MediaFacts> look) {
        looks.remove(identity, look);
    }

    private MediaFacts looked(Identity identity, CompletableFuture<MediaFacts> mine) {
        try {
            var facts = look.apply(identity.file());
            if (!isSettled(identity)) {
                forget(identity, mine);
            }
            mine.complete(facts);
            return facts;
        } finally {
            if (!mine.isDone()) {
                forget(identity, mine);
                mine.cancel(false);
            }
        }
    }

    /// Whoever looked may have been told to stop, which is no reason for anybody else.
    private MediaFacts shared(Identity identity, CompletableFuture<MediaFacts> earlier) {
        try {
            return earlier.get();
        } catch (ExecutionException | CancellationException _) {
            return look.apply(identity.file());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at " + identity.file(), e);
        }
    }

    private boolean isSettled(Identity identity) {
        var age = Duration.between(identity.changed().toInstant(), clock.instant());
        return age.compareTo(SETTLED) > 0 && identity.equals(identity(identity.file()));
    }

    /// Null where it cannot be told, which whoever looks at the file tells better.
    private static @Nullable Identity identity(Path file) {
        try {
            var now = Files.readAttributes(file, "unix:dev,ino,size,lastModifiedTime,ctime");
            return new Identity(
                    file,
                    Map.of("dev", value(now, "dev"), "ino", value(now, "ino")),
                    (Long) value(now, "size"),
                    (FileTime) value(now, "lastModifiedTime"),
                    (FileTime) value(now, "ctime"));
        } catch (IOException _) {
            return null;
        }
    }

    private static Object value(Map<String, Object> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }
}
