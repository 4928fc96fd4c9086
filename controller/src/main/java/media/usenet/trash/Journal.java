package media.usenet.trash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import media.usenet.mover.Drive;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What was done to the files of one plan on one drive: a line of JSON for each step, on the device before the
/// next step is taken. It lies beside the files that it tells of, and goes with their drive wherever that goes.
final class Journal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Drive drive;
    private final String plan;
    private final InstantSource clock;

    Journal(Drive drive, String plan, InstantSource clock) {
        this.drive = drive;
        this.plan = plan;
        this.clock = clock;
    }

    enum State {
        /// The file may be at its place, in the trash, or in between.
        BEGUN,
        /// It is in the trash, or shares its bytes with what was kept.
        DONE,
        /// It may be in the trash, at its place, or in between.
        UNDOING,
        /// It is at its place, as if nothing had been done.
        UNDONE,
        /// It may be gone for good.
        EMPTYING,
        EMPTIED,
        /// It was neither at its place nor in the trash when what was broken off was settled.
        MISSING
    }

    /// @param act told once, at its beginning
    record Line(
            int number, State state, Instant at, @Nullable Act act) {}

    /// How one act stands.
    record Standing(Act act, State state, Instant since) {

        boolean open() {
            return state == State.BEGUN || state == State.UNDOING || state == State.EMPTYING;
        }

        boolean inTrash() {
            return state == State.DONE;
        }
    }

    void begin(Act act) throws IOException {
        TrashFolders.make(drive, TrashFolders.plan(plan));
        append(new Line(act.number(), State.BEGUN, clock.instant(), act));
    }

    void now(Act act, State state) throws IOException {
        append(new Line(act.number(), state, clock.instant(), null));
    }

    /// Every act that was ever begun here, by its number.
    List<Standing> standing() throws IOException {
        var acts = new LinkedHashMap<Integer, Standing>();
        for (var line : lines()) {
            var known = acts.get(line.number());
            var act = line.act() != null ? line.act() : known == null ? null : known.act();
            if (act != null) {
                acts.put(line.number(), new Standing(act, line.state(), line.at()));
            }
        }
        return List.copyOf(acts.values());
    }

    /// Removes the folders of the plan, where nothing of it is in the trash any more.
    void tidy() throws IOException {
        var standing = standing();
        if (standing.stream().noneMatch(act -> act.open() || act.inTrash())) {
            for (var act : standing) {
                TrashFolders.dropEmpty(drive, TrashFolders.entry(plan, act.act()));
            }
            drive.run(root -> Files.deleteIfExists(root.path().resolve(file())));
            TrashFolders.dropEmpty(drive, TrashFolders.plan(plan));
            TrashFolders.dropEmpty(drive, TrashFolders.ROOT);
        }
    }

    private Path file() {
        return TrashFolders.plan(plan).resolve(TrashFolders.JOURNAL);
    }

    private List<Line> lines() throws IOException {
        return drive.get(root -> {
            try {
                // A cut-off line may end within a letter, which is none to a strict reader.
                var text = new String(Files.readAllBytes(root.path().resolve(file())), StandardCharsets.UTF_8);
                return text.lines().flatMap(Journal::line).toList();
            } catch (NoSuchFileException _) {
                return List.of();
            }
        });
    }

    /// A line that was cut off by a crash tells of a step that was not taken.
    private static Stream<Line> line(String text) {
        try {
            return text.isBlank() ? Stream.empty() : Stream.of(JSON.readValue(text, Line.class));
        } catch (JacksonException _) {
            return Stream.empty();
        }
    }

    private void append(Line line) throws IOException {
        // The empty line before keeps a cut-off one from swallowing this.
        var bytes = ByteBuffer.wrap(("\n" + JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try (var folder = drive.get(root -> root.beneath(TrashFolders.plan(plan)))) {
            drive.run(_ -> {
                var file = folder.path().resolve(TrashFolders.JOURNAL);
                var fresh = !Files.exists(file);
                try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                if (fresh) {
                    folder.sync();
                }
            });
        }
    }
}
