package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import media.usenet.host.WholeFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/// Which drive belongs in which slot, kept in a file.
///
/// What the program itself notes ([#note]) is never lost to a full disk while it runs: it is kept in mind and written
/// when there is room. What a person asks for ([#put]) is done only once it is written.
final class Roster {

    private final Path file;
    private final ObjectMapper json;
    private final Map<String, KnownSlot> slots = new TreeMap<>();
    private Optional<ProblemException> unsaved = Optional.empty();

    record Contents(int version, List<KnownSlot> slots) {}

    /// @throws ProblemException `FILE_NOT_READ` when the file is there and cannot be understood
    Roster(Path file, ObjectMapper json) {
        this.file = file;
        this.json = json;
        if (Files.exists(file)) {
            read().slots().forEach(slot -> slots.put(slot.slot(), slot));
        }
    }

    synchronized List<KnownSlot> all() {
        return List.copyOf(slots.values());
    }

    synchronized Optional<KnownSlot> find(String slot) {
        return Optional.ofNullable(slots.get(slot));
    }

    /// @throws ProblemException `FILE_NOT_WRITTEN`, with nothing changed
    synchronized void put(KnownSlot slot) {
        var earlier = slots.put(slot.slot(), slot);
        try {
            save();
        } catch (ProblemException e) {
            restore(slot.slot(), earlier);
            throw e;
        }
    }

    /// @throws ProblemException `FILE_NOT_WRITTEN`, with nothing changed
    synchronized void remove(String slot) {
        var earlier = slots.remove(slot);
        try {
            save();
        } catch (ProblemException e) {
            restore(slot, earlier);
            throw e;
        }
    }

    /// As [#put], for what is known of the slot by now.
    synchronized void change(String slot, UnaryOperator<KnownSlot> change) {
        find(slot).map(change).ifPresent(this::put);
    }

    /// Changes what is known of a slot that still exists.
    synchronized void note(String slot, UnaryOperator<KnownSlot> change) {
        if (slots.computeIfPresent(slot, (_, known) -> change.apply(known)) != null) {
            saveLater();
        }
    }

    /// Tries again to write what could not be written.
    synchronized void retry() {
        if (unsaved.isPresent()) {
            saveLater();
        }
    }

    /// Why the file is behind, if it is.
    synchronized Optional<ProblemException> unsaved() {
        return unsaved;
    }

    private void saveLater() {
        try {
            save();
        } catch (ProblemException e) {
            unsaved = Optional.of(e);
        }
    }

    private void save() {
        var contents = new Contents(1, List.copyOf(slots.values()));
        WholeFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(contents) + "\n");
        unsaved = Optional.empty();
    }

    private void restore(String name, @Nullable KnownSlot earlier) {
        if (earlier == null) {
            slots.remove(name);
        } else {
            slots.put(name, earlier);
        }
    }

    private Contents read() {
        try {
            return json.readValue(Files.readString(file), Contents.class);
        } catch (IOException | JacksonException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ,
                    "cannot read which drive belongs where, %s: %s".formatted(file, e.getMessage()),
                    "correct it, or move it away and add the drives again with: usenet storage add",
                    e);
        }
    }
}
