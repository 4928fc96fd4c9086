package media.usenet.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import media.usenet.health.Finding;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What is in a backup, with the SHA-256 of every file: inside the backup, and beside it.
///
/// @param format of this record; a reader refuses a greater one than it knows
/// @param type what was taken: `config`, `full`, `minimal`
/// @param program the version of the controller that made it
/// @param owner of the stack's files there
/// @param roots where each part of the tree lay on that machine: `settings`, `state`, `apps`
/// @param entries by path, a folder before what is in it
/// @param findings what could not be taken as it should
public record Manifest(
        int format,
        String id,
        Instant created,
        String type,
        @Nullable String name,
        @Nullable String description,
        @Nullable String policy,
        String program,
        HostFacts host,
        Owner owner,
        Map<String, String> roots,
        List<ServiceEntry> services,
        List<DriveEntry> drives,
        List<DatabaseEntry> databases,
        List<Entry> entries,
        List<Finding> findings) {

    public static final int FORMAT = 1;

    /// What the file is called inside a backup.
    public static final String NAME = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Manifest {
        roots = Map.copyOf(new TreeMap<>(roots));
        services = List.copyOf(services);
        drives = List.copyOf(drives);
        databases = List.copyOf(databases);
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /// Whom the stack's files belonged to on that machine.
    public record Owner(long uid, long gid) {}

    /// The machine that a backup was made on.
    public record HostFacts(
            String name, String system, String kernel, String architecture, int cpus, long memoryBytes, String board) {}

    /// @param image with its tag, as the container was made
    /// @param digest of the image that ran; null where it did not run
    /// @param heldMillis for how long it was kept from writing
    public record ServiceEntry(
            String name, @Nullable String image, @Nullable String digest, double heldMillis) {}

    /// @param path where it was mounted; null while it was away
    public record DriveEntry(
            String slot,
            @Nullable String uuid,
            @Nullable String serial,
            @Nullable String path) {}

    /// @param path in the tree
    /// @param schema the application's own version of its tables, and where it says so; null where it says
    ///     nothing
    /// @param integrity `ok`, or what SQLite's `integrity_check` said of the copy
    public record DatabaseEntry(
            String path, @Nullable String schema, int userVersion, String journalMode, String integrity) {

        @JsonIgnore
        public boolean sound() {
            return integrity.equals("ok");
        }
    }

    public enum Kind {
        FILE,
        FOLDER,
        LINK
    }

    /// @param path relative, with `/`
    /// @param size in bytes; 0 for what is no file
    /// @param sha256 in hexadecimal; empty for what is no file
    /// @param mode the twelve permission bits
    /// @param modified milliseconds since 1970
    /// @param target of a link; null for what is none
    public record Entry(
            String path,
            Kind kind,
            long size,
            String sha256,
            int mode,
            long uid,
            long gid,
            long modified,
            @Nullable String target) {}

    /// The file at a path of the tree.
    public Optional<Entry> find(String path) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }

    @JsonIgnore
    public long bytes() {
        return entries.stream().mapToLong(Entry::size).sum();
    }

    @JsonIgnore
    public long files() {
        return entries.stream().filter(entry -> entry.kind() == Kind.FILE).count();
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }

    /// @param source what messages call it
    /// @throws ProblemException `BACKUP_DAMAGED` for a text that is no manifest, `BACKUP_TOO_NEW`
    public static Manifest parse(String source, String text) {
        try {
            var format = JSON.readTree(text).path("format").asInt(0);
            if (format > FORMAT) {
                throw new ProblemException(
                        Problem.BACKUP_TOO_NEW,
                        "%s has format %d; this version reads up to %d".formatted(source, format, FORMAT),
                        "restore it with the version of usenet that made it, or a later one");
            }
            return JSON.readValue(text, Manifest.class);
        } catch (JacksonException e) {
            throw new ProblemException(
                    Problem.BACKUP_DAMAGED,
                    "%s is no manifest of a backup: %s".formatted(source, e.getOriginalMessage()),
                    "take another backup: usenet backup list",
                    e);
        }
    }
}
