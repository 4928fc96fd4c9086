package media.usenet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files of a captured machine, as the controller sent them, each checked to stay within its folder.
final class Capture {

    private final String name;
    private final List<JsonObject> files;

    Capture(JsonObject capture) {
        this.name = capture.text("name", "capture");
        this.files = capture.objects("files");
        if (!Path.of(name).equals(Path.of(name).getFileName()) || name.startsWith(".")) {
            throw leaves(name);
        }
        for (var file : files) {
            var path = Path.of(file.text("path", ".."));
            stays(path);
            if (file.has("link")) {
                stays(path.resolveSibling(file.text("link", "..")));
            }
        }
    }

    String name() {
        return name;
    }

    int size() {
        return files.size();
    }

    List<String> paths() {
        return files.stream().map(file -> file.text("path", "")).toList();
    }

    /// The whole folder or none of it. Links come last, so that no file is written through one.
    void write(Path folder) throws IOException {
        var part = Files.createTempDirectory(folder.getParent(), "." + folder.getFileName());
        for (var file : files) {
            if (!file.has("link")) {
                var path = prepared(part, file);
                Files.writeString(path, file.text("text", ""));
            }
        }
        for (var file : files) {
            if (file.has("link")) {
                Files.createSymbolicLink(prepared(part, file), Path.of(file.text("link", "")));
            }
        }
        Files.move(part, folder);
    }

    private static Path prepared(Path folder, JsonObject file) throws IOException {
        var path = folder.resolve(file.text("path", ""));
        Files.createDirectories(path.getParent());
        return path;
    }

    private static void stays(Path path) {
        if (path.isAbsolute()
                || path.normalize().startsWith("..")
                || path.toString().isEmpty()) {
            throw leaves(path.toString());
        }
    }

    private static CliProblem leaves(String path) {
        return new CliProblem(
                Exit.FAILED,
                "CAPTURE_REFUSED",
                "the capture has a file outside its folder: " + path,
                "usenet hardware capture --json prints it without writing");
    }
}
