package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import media.usenet.host.WholeFile;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A file in the root of each drive that says whose it is: what tells the drive of a slot from its copy and from an old
/// image of it.
///
/// @param id file system type and UUID
/// @param generation how often it was mounted; what this program writes down beside it must not be ahead
/// @param machine which machine wrote it last: `/etc/machine-id`
record Marker(String id, String slot, long generation, String machine) {

    static final String NAME = ".usenet-drive.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param root of the mounted file system
    /// @throws IOException when the drive cannot be read
    static Optional<Marker> read(Path root) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readString(root.resolve(NAME)), Marker.class));
        } catch (NoSuchFileException | JacksonException _) {
            return Optional.empty();
        }
    }

    /// @throws ProblemException `FILE_NOT_WRITTEN`
    void write(Path root) {
        WholeFile.write(root.resolve(NAME), JSON.writeValueAsString(this) + "\n");
    }

    /// Why the drive cannot be the slot's own, if so.
    ///
    /// @param found the marker on the drive; null without one
    static Optional<String> objection(@Nullable Marker found, KnownSlot slot, Fingerprint known) {
        if (known.generation() == 0) {
            return Optional.empty();
        }
        if (found == null) {
            return Optional.of("it has the identity of this slot's drive, but not the marker that was written on it: it"
                    + " was emptied or is a copy");
        }
        if (!found.slot().equals(slot.slot()) || !found.id().equals(known.id().toString())) {
            return Optional.of("its marker names slot %s (%s)".formatted(found.slot(), found.id()));
        }
        return found.generation() < known.generation()
                ? Optional.of("it is as it was %d mounts ago: an old image or a copy, not the drive as it was last here"
                        .formatted(known.generation() - found.generation()))
                : Optional.empty();
    }
}
