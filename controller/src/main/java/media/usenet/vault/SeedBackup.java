package media.usenet.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A backup of the program that came before: `usenet-stack-backup-NAME.tar.gz` with a flat `.meta` beside it.
final class SeedBackup {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PREFIX = "usenet-stack-backup-";

    private SeedBackup() {}

    static boolean isOne(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(PREFIX) && (name.endsWith(".tar.gz") || name.endsWith(".tgz"));
    }

    /// A sidecar that is missing or broken (a quote in a description broke it) says nothing, and the file is
    /// listed all the same.
    static Stored read(String destination, Path file) {
        var meta = meta(file.resolveSibling(file.getFileName() + ".meta"));
        var id = file.getFileName().toString().replaceFirst("\\.(tar\\.gz|tgz)$", "");
        try {
            return new Stored(
                    id,
                    destination,
                    file.toString(),
                    created(meta, file),
                    meta.path("type").asString("unknown"),
                    text(meta, "filename"),
                    text(meta, "description"),
                    null,
                    services(meta),
                    Files.size(file),
                    null,
                    false,
                    "seed");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.DESTINATION_FAILED, "cannot look at " + file + ": " + e, "check its permissions", e);
        }
    }

    private static JsonNode meta(Path sidecar) {
        try {
            return JSON.readTree(Files.readString(sidecar));
        } catch (IOException | JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    private static Instant created(JsonNode meta, Path file) throws IOException {
        if (meta.path("created_unix").isNumber() || meta.path("created_unix").isString()) {
            return Instant.ofEpochSecond(meta.path("created_unix").asLong(0));
        }
        try {
            return Instant.parse(meta.path("created").asString(""));
        } catch (DateTimeParseException _) {
            return Files.getLastModifiedTime(file).toInstant();
        }
    }

    private static List<String> services(JsonNode meta) {
        var services = meta.path("services");
        return services.isArray()
                ? services.valueStream().map(JsonNode::asString).toList()
                : Arrays.stream(services.asString("").split("[,\\s]+"))
                        .filter(name -> !name.isBlank())
                        .toList();
    }

    private static @Nullable String text(JsonNode meta, String key) {
        var text = meta.path(key).asString("");
        return text.isBlank() ? null : text;
    }
}
