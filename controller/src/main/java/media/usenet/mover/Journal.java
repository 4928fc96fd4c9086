package media.usenet.mover;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the mover has done, a line of JSON for each step, on the disk before the next step is taken.
final class Journal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    enum State {
        /// A part of it may be on the destination; the source is whole.
        BEGUN,
        /// All of it is on the destination's device, under some names or none; the source is whole.
        COPIED,
        /// The destination has it under all names; the source may be deleted in part.
        PLACED,
        /// The source is gone.
        DONE,
        /// Nothing of it is left on the destination.
        UNDONE,
        /// Nobody waits for its drives any more; it is settled when they happen to be there.
        GIVEN_UP
    }

    /// @param move what is moved; told once, at its beginning
    /// @param hash of the content; known when it is copied
    record Entry(
            String id,
            State state,
            @Nullable Move move,
            @Nullable String hash) {}

    /// A move that has neither been completed nor undone.
    ///
    /// @param givenUp whether nothing is to wait for its drives
    record Open(String id, State state, Move move, @Nullable String hash, boolean givenUp) {

        Open now(State next, @Nullable String known) {
            return new Open(id, next, move, known, givenUp);
        }

        Open withoutWaiting() {
            return new Open(id, state, move, hash, true);
        }
    }

    synchronized void begin(String id, Move move) {
        append(new Entry(id, State.BEGUN, move, null));
    }

    synchronized void copied(String id, String hash) {
        append(new Entry(id, State.COPIED, null, hash));
    }

    synchronized void now(String id, State state) {
        append(new Entry(id, state, null, null));
    }

    synchronized List<Open> open() {
        var open = new LinkedHashMap<String, Open>();
        read().forEach(entry -> follow(open, entry));
        return List.copyOf(open.values());
    }

    /// Begins a fresh file where every move is completed or undone.
    synchronized void tidy() {
        if (open().isEmpty()) {
            telling(() -> Files.deleteIfExists(file));
        }
    }

    private static void follow(Map<String, Open> open, Entry entry) {
        switch (entry.state()) {
            case BEGUN -> {
                if (entry.move() != null) {
                    open.put(entry.id(), new Open(entry.id(), State.BEGUN, entry.move(), null, false));
                }
            }
            case COPIED -> open.computeIfPresent(entry.id(), (_, was) -> was.now(State.COPIED, entry.hash()));
            case PLACED -> open.computeIfPresent(entry.id(), (_, was) -> was.now(State.PLACED, was.hash()));
            case GIVEN_UP -> open.computeIfPresent(entry.id(), (_, was) -> was.withoutWaiting());
            case DONE, UNDONE -> open.remove(entry.id());
        }
    }

    private List<Entry> read() {
        return telling(() -> Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .flatMap(line -> entry(line).stream())
                        .toList()
                : List.of());
    }

    /// A line that was cut off by a crash tells of a step that was not taken.
    private static List<Entry> entry(String line) {
        try {
            return line.isBlank() ? List.of() : List.of(JSON.readValue(line, Entry.class));
        } catch (JacksonException _) {
            return List.of();
        }
    }

    private void append(Entry entry) {
        // The empty line before keeps a cut-off one from swallowing this.
        var line = ByteBuffer.wrap(("\n" + JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        telling(() -> {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = !Files.exists(file);
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            }
            return fresh && sync(folder);
        });
    }

    private static boolean sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
        return true;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /// Without its journal the mover must not take another step.
    private <T> T telling(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "the journal %s cannot be kept: %s".formatted(file, e.getMessage()),
                    "check free space and permissions of its folder; no file is moved without it, and none is lost",
                    e);
        }
    }
}
