package media.usenet.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import media.usenet.job.FailureClass;
import media.usenet.job.JobFolder;

/// Makes what an attempt has made ready to be renamed to its place: on the target's file system, on the device,
/// hashed.
final class Staging {

    private final UnaryOperator<Path> folders;

    /// @param folders makes the attempt's folder below a destination
    Staging(UnaryOperator<Path> folders) {
        this.folders = folders;
    }

    /// @throws IOException also when the thread is interrupted
    List<Intent> ready(List<Output> outputs) throws IOException, Refused {
        var intents = new ArrayList<Intent>();
        var targets = new HashSet<Path>();
        for (var output : outputs) {
            if (!targets.add(output.target().normalize())) {
                throw new Refused(
                        FailureClass.VALIDATION,
                        "two outputs are to be " + output.target(),
                        "give each output a name of its own");
            }
            intents.add(ready(intents.size(), output));
        }
        return intents;
    }

    private Intent ready(int position, Output output) throws IOException, Refused {
        requirePlain(output.made());
        var target = output.target().normalize();
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        var made = onFileSystemOf(target, output.made(), position);
        Content.sync(made);
        var content = Content.of(made);
        if (!output.replace() && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(target);
        }
        return new Intent(position, output.name(), made, target, output.replace(), content);
    }

    static Refused exists(Path target) {
        return new Refused(
                FailureClass.VALIDATION,
                target + " exists, and was not to be replaced",
                "choose another name, or ask for it to be replaced");
    }

    /// What a program made that has read foreign data is not trusted: a link would publish what it points at.
    private static void requirePlain(Path made) throws IOException, Refused {
        try (var below = Files.walk(made)) {
            for (var each : below.toList()) {
                if (!Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)
                        && !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    throw new Refused(
                            FailureClass.SOURCE,
                            "%s is neither a file nor a folder".formatted(each.getFileName()),
                            "look at the job's log: the source may be an attack");
                }
            }
        }
    }

    private Path onFileSystemOf(Path target, Path made, int position) throws IOException {
        var folder = Objects.requireNonNull(target.getParent());
        if (device(made) == device(folder)) {
            return made;
        }
        var copy = folders.apply(folder).resolve("copy-" + position);
        JobFolder.deleteTree(copy);
        try (var below = Files.walk(made)) {
            for (var each : below.toList()) {
                Files.copy(each, copy.resolve(made.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static long device(Path path) throws IOException {
        return (long) Files.getAttribute(path, "unix:dev", LinkOption.NOFOLLOW_LINKS);
    }
}
