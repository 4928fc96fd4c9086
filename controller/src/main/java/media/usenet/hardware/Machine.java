package media.usenet.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// A machine to read: its files, and what tools had said of it when it was captured.
record Machine(Tree tree, ToolTexts texts) {

    /// @param root `/`, a copy of one, or a capture: a folder with `root/`, tool texts, or both
    /// @throws ProblemException `HARDWARE_ROOT_UNREADABLE` when it is no folder that can be listed
    static Machine at(Path root) {
        var folder = root.toAbsolutePath().normalize();
        check(folder);
        if (folder.equals(Path.of("/"))) {
            return new Machine(new Tree(folder), ToolTexts.NONE);
        }
        var inner = folder.resolve("root");
        // A copied `/` has a folder `root` as well, the home of its administrator: beside `sys` it is that one.
        var capture = Files.isDirectory(inner) && !like(folder);
        return new Machine(new Tree(capture ? inner : folder), ToolTexts.read(folder));
    }

    private static boolean like(Path folder) {
        return Stream.of("sys", "proc", "etc").anyMatch(name -> Files.isDirectory(folder.resolve(name)));
    }

    private static void check(Path folder) {
        try (var _ = Files.newDirectoryStream(folder)) {
            return;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.HARDWARE_ROOT_UNREADABLE,
                    "cannot read the hardware under %s: %s"
                            .formatted(folder, e.getClass().getSimpleName().replace("Exception", "")),
                    "give the folder of a capture, or / for this machine",
                    e);
        }
    }
}
