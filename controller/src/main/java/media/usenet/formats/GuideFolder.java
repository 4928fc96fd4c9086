package media.usenet.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A folder that holds a guide: a git checkout of TRaSH-Guides, or a copy of its JSON with `metadata.json`, which
/// says where in it what lies.
final class GuideFolder {

    /// The largest file of the guide has 70 KB, the largest folder 242 files.
    private static final long LARGEST_FILE_BYTES = 1 << 20;

    private static final int MOST_FILES = 5_000;

    private final Path folder;

    GuideFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// @throws ProblemException `SETTINGS_INVALID` when no guide is there, `FILE_NOT_READ` when it cannot be read
    Guide read(Application application) {
        var paths = metadata().path("json_paths").path(application.key());
        var reader = new GuideReader(application);
        each(paths.path("custom_formats"), reader::format);
        each(paths.path("quality_profiles"), reader::profile);
        each(paths.path("qualities"), reader::sizes);
        var guide = reader.read(folder.toString());
        if (guide.book().formats().isEmpty()) {
            throw noGuide("%s holds no custom formats of %s".formatted(folder, application.key()));
        }
        return guide;
    }

    private JsonNode metadata() {
        var file = folder.resolve("metadata.json");
        if (!Files.isRegularFile(file)) {
            throw noGuide("%s is no TRaSH guide: there is no metadata.json in it".formatted(folder));
        }
        try {
            return JsonMapper.shared().readTree(text(file));
        } catch (JacksonException e) {
            throw noGuide("%s is no JSON: %s".formatted(file, e.getOriginalMessage()));
        }
    }

    private static ProblemException noGuide(String detail) {
        return new ProblemException(
                Problem.SETTINGS_INVALID,
                detail,
                "let quality.guide name a checkout of github.com/TRaSH-Guides/Guides, or take the setting out");
    }

    private void each(JsonNode folders, BiConsumer<String, String> reader) {
        for (var name : folders) {
            for (var file : files(inside(name.asString("")))) {
                reader.accept(folder.relativize(file).toString(), text(file));
            }
        }
    }

    /// A guide is somebody else's text: it does not lead out of its folder.
    private Path inside(String name) {
        var path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw noGuide("metadata.json in %s leads out of the folder: %s".formatted(folder, name));
        }
        return path;
    }

    private static List<Path> files(Path from) {
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(from, "*.json")) {
            for (var file : files) {
                if (found.size() < MOST_FILES) {
                    found.add(file);
                }
            }
        } catch (IOException e) {
            throw notRead(from, e);
        }
        found.sort(null);
        return found;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw noGuide("%s is larger than any file of a guide".formatted(file));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw notRead(file, e);
        }
    }

    private static ProblemException notRead(Path path, IOException e) {
        return new ProblemException(
                Problem.FILE_NOT_READ,
                "cannot read %s: %s".formatted(path, e.getMessage()),
                "check that the controller may read it",
                e);
    }
}
