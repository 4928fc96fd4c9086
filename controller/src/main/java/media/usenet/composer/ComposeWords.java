package media.usenet.composer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what matters in the standard error of Compose, of either generation.
final class ComposeWords {

    // time="2026-11-21T12:48:37Z" level=warning msg="The \"A\" variable is not set."
    private static final Pattern WARNING = Pattern.compile("time=\"[^\"]*\" level=warning msg=\"(.*)\"");
    private static final Pattern FIRST_WARNING =
            Pattern.compile("(?:WARNING: )?((?:The \\S+ variable is not set|Found orphan containers).*)");
    // " sonarr Error Get ...", "ERROR: for sonarr  Get ..."
    private static final Pattern NOT_PULLED = Pattern.compile("(?: (\\S+) Error|ERROR: for (\\S+) ) (.+)");
    private static final Pattern MISSING = Pattern.compile("(?i).*no such image: (\\S+)");
    private static final Pattern UNHEALTHY = Pattern.compile(
            "(?:dependency failed to start: container (\\S+)|ERROR: for \\S+\\s+Container \"?([^\" ]+)\"?) .*");
    private static final Pattern NOISE = Pattern.compile(
            " .*|time=.*|Traceback .*|During handling .*|Encountered errors .*|Creating network .*|.* \\.\\.\\. ?.*|.* is up-to-date");

    private ComposeWords() {}

    static List<String> warnings(String stderr) {
        return lines(stderr).flatMap(line -> warning(line).stream()).distinct().toList();
    }

    /// Why images could not be had, by service.
    static Map<String, String> notPulled(String stderr) {
        var reasons = new LinkedHashMap<String, String>();
        lines(stderr)
                .map(NOT_PULLED::matcher)
                .filter(Matcher::matches)
                .forEach(found -> reasons.put(
                        Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2)),
                        found.group(3).strip()));
        return reasons;
    }

    /// The image that is not on this machine, although it has to be.
    static Optional<String> missingImage(String stderr) {
        return lines(stderr)
                .map(MISSING::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }

    /// The container that others waited for in vain, by name or id.
    static Optional<String> unhealthy(String stderr) {
        return lines(stderr)
                .filter(line -> line.contains("unhealthy") || line.contains("dependency failed"))
                .map(UNHEALTHY::matcher)
                .filter(Matcher::matches)
                .map(found -> Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2)))
                .findFirst();
    }

    /// What Compose says went wrong, in its own words.
    static String error(String stderr) {
        var words = lines(stderr)
                .filter(line -> !line.isBlank() && !NOISE.matcher(line).matches())
                .filter(line -> warning(line).isEmpty())
                .map(line -> line.replaceFirst("^(?:Error response from daemon: |ERROR: for \\S+\\s+)", ""))
                .distinct()
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? stderr.strip() : words;
    }

    private static Optional<String> warning(String line) {
        var second = WARNING.matcher(line);
        if (second.matches()) {
            return Optional.of(second.group(1).replace("\\\"", "\""));
        }
        var first = FIRST_WARNING.matcher(line);
        return first.matches() ? Optional.of(first.group(1)) : Optional.empty();
    }

    private static Stream<String> lines(String stderr) {
        return stderr.lines().map(String::stripTrailing);
    }
}
