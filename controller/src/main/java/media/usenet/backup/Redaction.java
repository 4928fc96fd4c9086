package media.usenet.backup;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Takes secrets out of lines of configuration before anyone sees them.
///
/// A value is hidden for its key's sake, for its look, or because all of its file is secret: one shown too few
/// is a question, one too many is a leak.
final class Redaction {

    static final String HIDDEN = "***";

    private static final List<String> SECRET_FILES = List.of("secrets/", ".env", ".key", "acme.json", "wireguard/");
    private static final Pattern KEY = Pattern.compile(
            "(?i)(api_?key|apikey|pass(word|wd|phrase)?|secret|token|private_?key|credential|cookie|auth|hash|salt|sid)");
    private static final Pattern VALUE = Pattern.compile("([:=>]\\s*)(\"[^\"]*\"|'[^']*'|[^<\\s,;]+)");
    private static final Pattern LOOKS_SECRET =
            Pattern.compile("\\b([0-9a-fA-F]{24,}|[A-Za-z0-9+/_-]{36,}={0,2}|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+)");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/@\\s]*@");

    private Redaction() {}

    static String line(String path, String line) {
        var lower = path.toLowerCase(Locale.ROOT);
        if (SECRET_FILES.stream().anyMatch(lower::contains) || KEY.matcher(line).find()) {
            var hidden = VALUE.matcher(line).replaceAll("$1" + HIDDEN);
            return hidden.equals(line) ? line.substring(0, Math.min(2, line.length())) + HIDDEN : hidden;
        }
        var plain = IN_ADDRESS.matcher(line).replaceAll("://" + HIDDEN + "@");
        return LOOKS_SECRET.matcher(plain).replaceAll(HIDDEN);
    }
}
