package media.usenet.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The small files of sysfs, one value each. A device has those that its driver knows of, some fail on every read, and
/// all go with the device: what cannot be read is not known.
final class Attributes {

    private Attributes() {}

    /// The value without the blanks that fixed-width fields are filled up with; null where there is none.
    static @Nullable String text(Path file) {
        var bytes = bytes(file);
        return bytes == null ? null : plain(new String(bytes, StandardCharsets.UTF_8));
    }

    static byte @Nullable [] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException _) {
            return null;
        }
    }

    static long number(Path file) {
        var text = text(file);
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    static boolean isSet(Path file) {
        return number(file) != 0;
    }

    /// The value of a `NAME=value` line.
    static @Nullable String field(Path file, String name) {
        var text = text(file);
        var start = name + "=";
        return text == null
                ? null
                : text.lines()
                        .filter(line -> line.startsWith(start))
                        .map(line -> line.substring(start.length()))
                        .findFirst()
                        .orElse(null);
    }

    /// What stands in the folder, sorted; nothing where there is none.
    static List<String> names(Path folder) {
        var names = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /// Firmware fills fields with blanks and zero bytes, and some with bytes that are no text.
    static @Nullable String plain(String raw) {
        var text = raw.replaceAll("[\\x00-\\x09\\x0b-\\x1f\\x7f\\ufffd]", " ").strip();
        return text.isEmpty() ? null : text;
    }
}
