package media.usenet.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What entries of an archive may be called, and where links among them may lead: a name that some reader, on some
/// system, would take for another place is refused.
public final class EntryNames {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 4_000;
    private static final int DEEPEST = 60;
    private static final Pattern SLASH_LIKE = Pattern.compile("[\u2044\u2215\u2216\u29f5\u29f8\u29f9]");

    private EntryNames() {}

    /// Why no file may be called so; empty for a relative path that stays in its folder whoever reads it.
    public static Optional<String> name(String name) {
        var path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        if (path.isEmpty() || path.length() > LONGEST_PATH) {
            return Optional.of("has no name, or one of more than %d characters".formatted(LONGEST_PATH));
        }
        if (path.startsWith("/") || path.startsWith("~") || path.matches("[A-Za-z]:.*")) {
            return Optional.of("names a place of its own instead of one in the folder");
        }
        if (path.chars().anyMatch(EntryNames::unprintable)) {
            return Optional.of("has control characters in its name");
        }
        // On some systems a separator, and no application's configuration has it in a name.
        if (path.contains("\\")) {
            return Optional.of("has a backslash in its name");
        }
        var parts = path.split("/", -1);
        if (parts.length > DEEPEST) {
            return Optional.of("lies more than %d folders deep".formatted(DEEPEST));
        }
        for (var part : parts) {
            if (leaves(part)) {
                return Optional.of("leaves the folder, or may for some reader");
            }
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                return Optional.of("has a name of more than %d bytes".formatted(LONGEST_NAME));
            }
        }
        return Optional.empty();
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
                || character == 0xFFFD;
    }

    /// Also in disguise: full-width dots and slashes, what looks like a slash, and dots that spaces or escapes hide.
    private static boolean leaves(String part) {
        var plain = plain(part);
        boolean disguised = !plain.equals(part.toLowerCase(Locale.ROOT));
        return plain.isBlank()
                || plain.strip().matches("\\.{1,3}")
                || (disguised && (plain.contains("/") || plain.contains("\\") || plain.contains("..")));
    }

    private static String plain(String part) {
        var plain = SLASH_LIKE
                .matcher(Normalizer.normalize(part, Normalizer.Form.NFKC))
                .replaceAll("/")
                .toLowerCase(Locale.ROOT);
        for (var before = ""; !before.equals(plain); ) {
            before = plain;
            plain = plain.replace("%25", "%")
                    .replace("%2e", ".")
                    .replace("%2f", "/")
                    .replace("%5c", "\\");
        }
        return plain;
    }

    /// Why no link may be called so and lead there.
    public static Optional<String> link(String name, @Nullable String target) {
        if (target == null || target.isEmpty() || target.chars().anyMatch(EntryNames::unprintable)) {
            return Optional.of("is a link to nothing that can be named");
        }
        if (target.startsWith("/") || target.contains("\\")) {
            return Optional.of("links out of the folder: " + target);
        }
        var folder = Path.of(name).getParent();
        var end = (folder == null ? Path.of("") : folder).resolve(target).normalize();
        boolean out = end.startsWith("..") || end.isAbsolute() || steps(name) < up(target);
        return out ? Optional.of("links out of the folder: " + target) : Optional.empty();
    }

    private static long steps(String name) {
        return Path.of(name).getNameCount() - 1L;
    }

    private static long up(String target) {
        return Arrays.stream(target.split("/", -1)).filter(".."::equals).count();
    }
}
