package media.usenet.hardware;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of a machine below some root: `/`, or the capture of another machine. Paths start with `/` and mean that
/// machine; links are followed without ever leaving the root. What is absent or cannot be read is empty: sysfs
/// attributes come and go, and some fail on every read.
final class Tree {

    private static final int MOST_LINKS = 40;
    private static final int ATTRIBUTE_BYTES = 256 * 1024;
    private static final int FILE_BYTES = 8 * 1024 * 1024;

    /// A link kept as a file that holds its target: archives without links lose them this way.
    private static final Pattern WRITTEN_LINK = Pattern.compile("(\\.\\./|/sys/)[\\x21-\\x7e]+");

    private static final int LONGEST_LINK = 512;

    private final Path root;

    Tree(Path root) {
        this.root = root;
    }

    /// Whether this is the machine that the program runs on.
    boolean live() {
        return root.equals(Path.of("/"));
    }

    /// The file's text without what surrounds it: white space, and the NUL that ends device tree texts.
    Optional<String> text(String path) {
        return read(path, ATTRIBUTE_BYTES).map(text -> text.replace('\0', ' ').strip());
    }

    /// The texts of a device tree property, each of which ends with NUL.
    List<String> texts(String path) {
        return read(path, ATTRIBUTE_BYTES).stream()
                .flatMap(text -> Arrays.stream(text.split("\0")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// A file that is not one of the kernel's small ones.
    Optional<String> whole(String path) {
        return read(path, FILE_BYTES);
    }

    private Optional<String> read(String path, int most) {
        var file = at(follow(path));
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(most), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The names in a folder, sorted; those that are no plain ASCII are no kernel's.
    List<String> names(String path) {
        var names = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(at(follow(path)))) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        names.removeIf(name -> !name.chars().allMatch(c -> 0x20 < c && c < 0x7f));
        names.sort(null);
        return names;
    }

    /// Whether something has this name, be it a link that leads nowhere.
    boolean exists(String path) {
        var slash = path.lastIndexOf('/');
        return Files.exists(at(follow(path.substring(0, slash)) + path.substring(slash)), LinkOption.NOFOLLOW_LINKS);
    }

    boolean directory(String path) {
        return Files.isDirectory(at(follow(path)));
    }

    /// The path with every link in it followed, also where the end of it does not exist.
    String follow(String path) {
        var todo = new ArrayDeque<String>(parts(path));
        var done = new ArrayList<String>();
        var links = 0;
        while (!todo.isEmpty()) {
            var part = todo.removeFirst();
            if (part.equals("..")) {
                if (!done.isEmpty()) {
                    done.removeLast();
                }
                continue;
            }
            done.add(part);
            var target = links < MOST_LINKS ? target(at(join(done))) : Optional.<String>empty();
            if (target.isPresent()) {
                links++;
                done.removeLast();
                if (target.get().startsWith("/")) {
                    done.clear();
                }
                parts(target.get()).reversed().forEach(todo::addFirst);
            }
        }
        return join(done);
    }

    /// The last name of where a link leads: the driver, for `driver`.
    Optional<String> linkName(String path) {
        var target = follow(path);
        return target.equals(path) || !exists(path)
                ? Optional.empty()
                : Optional.of(target.substring(target.lastIndexOf('/') + 1));
    }

    /// The numeric group of a device node; empty for captures, whose files belong to whoever unpacked them.
    Optional<Integer> group(String path) {
        if (!live()) {
            return Optional.empty();
        }
        try {
            return Optional.of((Integer) Files.getAttribute(at(path), "unix:gid"));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Optional<String> target(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                return Optional.of(Files.readSymbolicLink(file).toString());
            }
            if (live() || !Files.isRegularFile(file) || Files.size(file) > LONGEST_LINK) {
                return Optional.empty();
            }
            var text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            return WRITTEN_LINK.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Path at(String path) {
        try {
            return root.resolve("." + path).normalize();
        } catch (InvalidPathException _) {
            return root.resolve(".no such file");
        }
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    private static String join(List<String> parts) {
        return "/" + String.join("/", parts);
    }
}
