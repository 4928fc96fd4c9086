package media.usenet.hardware;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `vainfo` or `vainfo -a` printed: the driver and the entry points of each codec's profile.
///
/// @param entryPoints entry points by profile, without `VAProfile` and `VAEntrypoint`
/// @param onlyConstantQuality `profile/entry point` whose only rate control is constant quality, which `-a` tells
record Vainfo(String driver, Map<String, Set<String>> entryPoints, Set<String> onlyConstantQuality) {

    private static final Pattern DRIVER = Pattern.compile("vainfo: Driver version: (.+)");

    /// `P : E`, `P: E`, `P:<tab>E`, and the `P/E` of `-a`.
    private static final Pattern PAIR = Pattern.compile("\\s*VAProfile(\\w+)\\s*[:/]\\s*VAEntrypoint(\\w+)\\s*");

    private static final Pattern RATE_CONTROL = Pattern.compile("\\s*VAConfigAttribRateControl\\s*:\\s*(VA_RC_\\w+)");
    private static final Pattern MORE_RATE_CONTROL = Pattern.compile("\\s*(VA_RC_\\w+)");
    private static final Map<String, List<String>> CODECS = codecs();

    static Vainfo parse(String text) {
        var driver = DRIVER.matcher(text);
        var pairs = new HashMap<String, Set<String>>();
        var rates = new LinkedHashMap<String, Set<String>>();
        var pair = "";
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var head = PAIR.matcher(line);
            if (head.matches()) {
                pair = head.group(1) + "/" + head.group(2);
                pairs.computeIfAbsent(head.group(1), _ -> new HashSet<>()).add(head.group(2));
            }
            addRate(line, rates.computeIfAbsent(pair, _ -> new HashSet<>()));
        }
        rates.values().removeIf(some -> !some.equals(Set.of("VA_RC_CQP")));
        return new Vainfo(driver.find() ? driver.group(1).strip() : "", pairs, Set.copyOf(rates.keySet()));
    }

    private static void addRate(String line, Set<String> rates) {
        var first = RATE_CONTROL.matcher(line);
        var more = MORE_RATE_CONTROL.matcher(line);
        if (first.matches()) {
            rates.add(first.group(1));
        } else if (more.matches()) {
            rates.add(more.group(1));
        }
    }

    /// How each codec can be used: `EncSlice`, `EncSliceLP` (low power), `EncSlice+LP`, `VLD only` (decoding), or null.
    Map<String, @Nullable String> capabilities() {
        var capabilities = new LinkedHashMap<String, @Nullable String>();
        CODECS.forEach((codec, profiles) ->
                capabilities.put(codec, capability(profiles).orElse(null)));
        return capabilities;
    }

    boolean encodes() {
        return entryPoints.values().stream()
                .anyMatch(points -> points.contains("EncSlice") || points.contains("EncSliceLP"));
    }

    private Optional<String> capability(List<String> profiles) {
        return profiles.stream()
                .filter(entryPoints::containsKey)
                .findFirst()
                .flatMap(profile -> capability(profile, entryPoints.getOrDefault(profile, Set.of())));
    }

    private Optional<String> capability(String profile, Set<String> points) {
        var lowPower = onlyConstantQuality.contains(profile + "/EncSliceLP") ? "LP(CQP only)" : "LP";
        if (points.contains("EncSlice")) {
            return Optional.of(points.contains("EncSliceLP") ? "EncSlice+" + lowPower : "EncSlice");
        }
        if (points.contains("EncSliceLP")) {
            return Optional.of("EncSlice" + lowPower);
        }
        return points.contains("VLD") ? Optional.of("VLD only") : Optional.empty();
    }

    private static Map<String, List<String>> codecs() {
        var codecs = new LinkedHashMap<String, List<String>>();
        codecs.put("h264", List.of("H264High", "H264Main", "H264ConstrainedBaseline"));
        codecs.put("hevc", List.of("HEVCMain"));
        codecs.put("hevc10", List.of("HEVCMain10"));
        codecs.put("av1", List.of("AV1Profile0"));
        return codecs;
    }
}
