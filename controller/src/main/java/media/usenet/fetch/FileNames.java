package media.usenet.fetch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Which names a file from outside may have. Titles are written in every script and with most signs; refused is
/// what could lead elsewhere, be taken for something else than a name, or read otherwise than it is.
public final class FileNames {

    /// In UTF-8: 255 is what file systems hold, and `.part` and a number must fit beside the name.
    private static final int LONGEST = 235;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    // Emoji of several people are joined by U+200D, words in Arabic script are parted by U+200C.
    private static final Pattern JOINED =
            Pattern.compile("(\\p{IsEmoji}\\ufe0f?)\\u200d(?=\\p{IsEmoji})|(\\p{IsArabic})\\u200c(?=\\p{IsArabic})");
    private static final Pattern DOTS = Pattern.compile("[.\\s]*");
    private static final Pattern PATTERN = Pattern.compile("%[-+#]?[0-9]*(?:\\.[0-9]+)?[A-Za-z]|%[0-9A-Fa-f]{2}");
    private static final Pattern PROTOCOL = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.,-]*:(?! ).*");
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\\u00b9\\u00b2\\u00b3])\\s*(?:\\..*)?");
    private static final Pattern NOT_PORTABLE = Pattern.compile("[<>:\"|?*/\\\\%]");

    private FileNames() {}

    /// What is wrong with it as the name of one file; empty when it may be used as it is.
    public static Optional<String> flaw(String name) {
        var flat = Normalizer.normalize(name, Normalizer.Form.NFKC);
        if (DOTS.matcher(flat).matches()) {
            return Optional.of("it is empty, or nothing but dots");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("it is longer than %d bytes".formatted(LONGEST));
        }
        if (INVISIBLE.matcher(JOINED.matcher(name).replaceAll("$1$2")).find()) {
            return Optional.of("it holds characters that cannot be seen");
        }
        // Also the full-width forms: what comes after us may fold them.
        if (flat.contains("/") || flat.contains("\\")) {
            return Optional.of("it is a path, not a name");
        }
        return flawOfPlace(name, flat);
    }

    private static Optional<String> flawOfPlace(String name, String flat) {
        if (flat.startsWith("-") || flat.startsWith("@")) {
            return Optional.of("it begins like an option of a program");
        }
        if (flat.startsWith(".") && !flat.startsWith("..")) {
            return Optional.of("it would be hidden");
        }
        if (Character.isWhitespace(name.codePointAt(0)) || name.endsWith(" ") || name.endsWith(".")) {
            return Optional.of("it begins with a space, or ends with a space or a dot, which not every disk keeps");
        }
        if (PATTERN.matcher(name).find()) {
            return Optional.of("it holds a pattern such as %d, which programs fill in");
        }
        if (PROTOCOL.matcher(flat).matches()) {
            return Optional.of("it begins like an address");
        }
        return DEVICE.matcher(flat).matches()
                ? Optional.of("it is the name of a device on other systems")
                : Optional.empty();
    }

    /// The name itself where it may be used, otherwise the nearest one that may; never empty, never a path.
    public static String safe(String name) {
        if (flaw(name).isEmpty()) {
            return name;
        }
        var plain = INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        plain = NOT_PORTABLE.matcher(plain).replaceAll("_");
        plain = plain.replaceAll("^[\\s.@-]+|[\\s.]+$", "");
        var shorter = shortened(plain);
        return flaw(shorter).isEmpty() ? shorter : shortened("file_" + shorter.replaceAll("^[\\s._]+", ""));
    }

    /// With its extension, and without half a character at the cut.
    private static String shortened(String name) {
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        var stem = name.substring(0, name.length() - extension.length());
        while ((stem + extension).getBytes(StandardCharsets.UTF_8).length > LONGEST - "file_".length()) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.stripTrailing() + extension;
    }

    /// A name below a folder, in parts separated by `/`, as archives and lists have them.
    ///
    /// @throws ProblemException `INVALID_REQUEST` when it could lead out of the folder or any part of it may not be
    ///     used
    public static Path below(Path folder, String name) {
        var path = folder;
        for (var part : name.split("/", -1)) {
            var flaw = flaw(part);
            if (flaw.isPresent()) {
                throw new ProblemException(
                        Problem.INVALID_REQUEST,
                        "%s may not be the name of a file: %s".formatted(shown(name), flaw.get()),
                        "choose another name");
            }
            path = path.resolve(part);
        }
        return path;
    }

    private static String shown(String name) {
        return INVISIBLE.matcher(name).replaceAll("?");
    }
}
