package media.usenet.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a binary says of itself: `-version`, `-encoders`, `-decoders`, `-filters`, `-hwaccels`.
final class BuildTexts {

    private static final Pattern VERSION = Pattern.compile("^ff(?:mpeg|probe) version (\\S+)");
    private static final Pattern NUMBERS = Pattern.compile("^n?(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?");
    /// ` V....D libx264   libx264 H.264 ...`; the legend above has ` = ` in the name's place.
    private static final Pattern CODER = Pattern.compile("^ [VAS][.A-Z]{5} ([a-zA-Z0-9_-]+)\\s");
    private static final Pattern FILTER = Pattern.compile("^ [.A-Z|]{2,3} ([a-zA-Z0-9_]+)\\s+[AVN|]+->[AVN|]+");
    private static final Pattern NAME = Pattern.compile("^([a-z0-9_]+)$");

    private BuildTexts() {}

    static FFmpegVersion version(String text) {
        var named = VERSION.matcher(text);
        if (!named.find()) {
            return new FFmpegVersion("unknown", 0, 0, 0);
        }
        var name = named.group(1);
        var numbers = NUMBERS.matcher(name);
        if (!numbers.find()) {
            return new FFmpegVersion(name, 0, 0, 0);
        }
        var patch = numbers.group(3) == null ? "0" : numbers.group(3);
        return new FFmpegVersion(
                name, Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), Integer.parseInt(patch));
    }

    /// A hash of all that `-version` prints: the configure line, the compiler and the libraries that are
    /// loaded.
    static String configuration(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<String> coders(String text) {
        return names(CODER, text);
    }

    static Set<String> filters(String text) {
        return names(FILTER, text);
    }

    static Set<String> hwaccels(String text) {
        return names(NAME, text);
    }

    private static Set<String> names(Pattern pattern, String text) {
        var names = new LinkedHashSet<String>();
        text.lines().map(pattern::matcher).filter(Matcher::find).forEach(found -> names.add(found.group(1)));
        return names;
    }
}
