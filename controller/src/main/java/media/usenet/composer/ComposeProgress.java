package media.usenet.composer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the progress of one command out of the lines that Compose prints, of either generation.
final class ComposeProgress {

    // " Container usenet-sonarr-1  Started", " Network usenet_media  Created"
    private static final Pattern THING = Pattern.compile(" (Container|Network|Volume) (\\S+)\\s+(\\S+)\\s*");
    // " a52421694fbf Downloading [===>   ]  24.44MB/32.53MB"
    private static final Pattern LAYER = Pattern.compile(
            " ([0-9a-f]{12}) ([A-Z][A-Za-z ]+?)(?:\\s+\\[.*]\\s+([0-9.]+)([kMGT]?B)/([0-9.]+)([kMGT]?B))?\\s*");
    // " sonarr Pulled"
    private static final Pattern IMAGE = Pattern.compile(" (\\S+) (Pulling|Pulled|Error|Skipped)\\b.*");
    // "Creating usenet_sonarr_1 ... done", "Pulling sonarr   ... downloading (71.1%)"
    private static final Pattern FIRST = Pattern.compile("([A-Z][a-z]+ing) (\\S+)\\s+\\.\\.\\. ?(.*)");
    private static final Set<String> COMPLETE = Set.of("Download complete", "Extracting", "Pull complete");
    private static final Map<String, Double> UNITS = Map.of("B", 1.0, "kB", 1e3, "MB", 1e6, "GB", 1e9, "TB", 1e12);

    private final Pattern container;
    private final Map<String, long[]> layers = new LinkedHashMap<>();

    ComposeProgress(String project) {
        container = Pattern.compile("(?:[0-9a-f]{12}_)?" + Pattern.quote(project) + "[-_](.+)[-_]\\d+");
    }

    Optional<Progress> read(String line) {
        var layer = LAYER.matcher(line);
        if (layer.matches()) {
            return download(layer);
        }
        var thing = THING.matcher(line);
        if (thing.matches()) {
            return Optional.of(Progress.of(subject(thing.group(1), thing.group(2)), lower(thing.group(3))));
        }
        var image = IMAGE.matcher(line);
        if (image.matches()) {
            return Optional.of(
                    Progress.of(image.group(1), image.group(2).equals("Error") ? "not pulled" : lower(image.group(2))));
        }
        return first(line.strip());
    }

    private Optional<Progress> download(Matcher layer) {
        if (layer.group(2).equals("Downloading") && layer.group(3) != null) {
            layers.put(
                    layer.group(1),
                    new long[] {bytes(layer.group(3), layer.group(4)), bytes(layer.group(5), layer.group(6))});
        } else if (COMPLETE.contains(layer.group(2))) {
            layers.computeIfPresent(layer.group(1), (_, size) -> new long[] {size[1], size[1]});
        } else {
            return Optional.empty();
        }
        return layers.isEmpty() ? Optional.empty() : Optional.of(new Progress("images", "downloading", sum(0), sum(1)));
    }

    private long sum(int which) {
        return layers.values().stream().mapToLong(size -> size[which]).sum();
    }

    private Optional<Progress> first(String line) {
        var step = FIRST.matcher(line);
        if (!step.matches()) {
            return Optional.empty();
        }
        var doing = lower(step.group(1));
        var more = step.group(3);
        var text = more.isEmpty() ? doing : doing + ": " + more;
        return Optional.of(Progress.of(subject("Container", step.group(2)), text));
    }

    private String subject(String kind, String name) {
        if (!kind.equals("Container")) {
            return lower(kind) + " " + name;
        }
        var named = container.matcher(name);
        return named.matches() ? named.group(1) : name;
    }

    private static long bytes(String number, String unit) {
        return Math.round(Double.parseDouble(number) * UNITS.getOrDefault(unit, 1.0));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
