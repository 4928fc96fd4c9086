package media.usenet.staging;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import media.usenet.archive.Manifest.DatabaseEntry;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.host.StateFile;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What is staged, and what each file looked like when it was copied.
final class StageIndex {

    static final String NAME = "index.json";

    /// @param log the stamp of the database's log
    /// @param copied the stamp of the copy, so that one that was meddled with is made anew
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Line(
            Stamp stamp,
            Stamp log,
            Stamp copied,
            @JsonFormat(shape = JsonFormat.Shape.ARRAY) Entry entry,
            @Nullable DatabaseEntry database) {}

    /// @param others folders and links, which are not copied
    record Lines(List<Line> lines, List<String> others) {

        static final Lines NONE = new Lines(List.of(), List.of());
    }

    private final StateFile<Lines> file;
    private final Path taking;
    private final boolean ended;
    private final Lines read;
    private final Map<String, Line> before = new HashMap<>();
    private final Set<String> paths = new HashSet<>();
    private final Map<String, Line> now = new TreeMap<>();

    private StageIndex(Path folder) throws IOException {
        this.file = new StateFile<>(folder.resolve(NAME), Lines.class);
        this.taking = folder.resolve("taking");
        this.read = read();
        read.lines().forEach(line -> before.put(line.entry().path(), line));
        paths.addAll(before.keySet());
        paths.addAll(read.others());
        this.ended = !before.isEmpty() && !Files.exists(taking);
        Files.write(taking, new byte[0]);
    }

    /// The index of the last run that came to its end, for one that begins.
    static StageIndex begin(Path folder) throws IOException {
        return new StageIndex(folder);
    }

    private Lines read() {
        try {
            return file.read().orElse(Lines.NONE);
        } catch (ProblemException _) {
            // A record of what need not be copied again: without it all is.
            file.delete();
            return Lines.NONE;
        }
    }

    /// Whether the run before this one came to its end, and the tree holds [#paths] and nothing else.
    boolean ended() {
        return ended;
    }

    Set<String> paths() {
        return paths;
    }

    Optional<Line> before(String path) {
        return Optional.ofNullable(before.get(path));
    }

    void put(Line line) {
        now.put(line.entry().path(), line);
    }

    /// @param entries all that the tree holds now
    void write(List<Entry> entries) throws IOException {
        var others = entries.stream()
                .filter(entry -> entry.kind() != Kind.FILE)
                .map(Entry::path)
                .toList();
        var lines = new Lines(List.copyOf(now.values()), others);
        if (!lines.equals(read)) {
            file.write(lines);
        }
        Files.deleteIfExists(taking);
    }
}
