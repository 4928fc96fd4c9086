package media.usenet.copies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one search knows of its files by now, gathered from all threads.
final class Knowledge {

    private final Findings findings = new Findings();
    private final Map<FileKey, Hashes> hashes = new ConcurrentHashMap<>();
    private final Map<FileKey, Body> read = new ConcurrentHashMap<>();
    private final LongAdder sampled = new LongAdder();
    private final LongAdder readWhole = new LongAdder();
    private final LongAdder bytesRead = new LongAdder();

    /// Reads a file, or says what keeps it from being read.
    @FunctionalInterface
    interface Reader<T> {
        T read(Content file) throws Unread;
    }

    Findings findings() {
        return findings;
    }

    void recall(Map<FileKey, Hashes> remembered) {
        hashes.putAll(remembered);
    }

    /// Reads it under the first of its names that leads to it.
    <T> Optional<T> read(Body file, Reader<T> reader) {
        for (var name : file.names()) {
            try {
                return Optional.of(reader.read(name));
            } catch (Unread e) {
                findings.add(e.finding());
            }
        }
        return Optional.empty();
    }

    void sampled(Body file, Hashes read) {
        sampled.increment();
        learn(file, read);
    }

    void readWhole(Body file, Hash whole) {
        readWhole.increment();
        var known = hashes.get(file.key());
        if (known != null) {
            learn(file, new Hashes(known.sample(), whole));
        }
    }

    private void learn(Body file, Hashes learnt) {
        hashes.put(file.key(), learnt);
        read.put(file.key(), file);
    }

    void count(long bytes) {
        bytesRead.add(bytes);
    }

    @Nullable
    Hash sample(Body file) {
        return known(file, Hashes::sample);
    }

    @Nullable
    Hash whole(Body file) {
        return known(file, Hashes::whole);
    }

    private @Nullable Hash known(Body file, Function<Hashes, @Nullable Hash> which) {
        var known = hashes.get(file.key());
        return known == null ? null : which.apply(known);
    }

    /// The files of which something was read in this search.
    List<Body> read() {
        return List.copyOf(read.values());
    }

    /// What was read of these.
    Map<Content, Hashes> learnt(List<Body> files) {
        Map<Content, Hashes> learnt = HashMap.newHashMap(files.size());
        for (var file : files) {
            var known = hashes.get(file.key());
            if (known != null && read.containsKey(file.key())) {
                learnt.put(file.first(), known);
            }
        }
        return learnt;
    }

    Comparison.Effort effort(int names, int inodes) {
        return new Comparison.Effort(names, inodes, sampled.intValue(), readWhole.intValue(), bytesRead.sum());
    }
}
