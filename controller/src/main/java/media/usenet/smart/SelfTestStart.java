package media.usenet.smart;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads whether `smartctl --json=co -t` started a self-test. It answers in prose alone, and its exit status does not
/// tell: before 7.4 it ends with 0 on an NVMe drive and does nothing.
final class SelfTestStart {

    private static final Pattern HEADER = Pattern.compile("smartctl \\d.*|Copyright .*|===.*|");
    private static final Pattern REFUSAL = Pattern.compile("Can't|[Ff]ailed|not supported");

    /// @param because in smartctl's own words
    record Refusal(String because, String remedy) {}

    private SelfTestStart() {}

    /// Why no test was started; empty when one was.
    static Optional<Refusal> refusal(String stdout, int exitCode) {
        var root = SmartJson.parse(stdout);
        var lines = root.map(SelfTestStart::output).orElse(List.of());
        var exit = new ExitStatus(exitCode);
        var begun = lines.stream().anyMatch(line -> line.contains("has begun"));
        return begun && !exit.notAsked() && !exit.commandFailed()
                ? Optional.empty()
                : Optional.of(new Refusal(because(root, lines), remedy(root)));
    }

    private static String because(Optional<JsonNode> root, List<String> lines) {
        return root.map(SmartJson::errors)
                .filter(errors -> !errors.isEmpty())
                .or(() -> lines.stream()
                        .filter(line -> REFUSAL.matcher(line).find())
                        .findFirst())
                .or(() -> lines.stream().findFirst())
                .orElse("smartctl printed nothing");
    }

    private static String remedy(Optional<JsonNode> root) {
        var nvme = root.map(node -> node.path("device").path("protocol").asString(""))
                .filter("NVMe"::equals);
        return nvme.isPresent()
                ? "NVMe drives take self-tests from smartctl 7.4 on: update smartmontools"
                : "see with usenet storage health whether a test runs already";
    }

    private static List<String> output(JsonNode root) {
        return root.path("smartctl").path("output").values().stream()
                .map(line -> line.asString("").strip())
                .filter(line -> !HEADER.matcher(line).matches())
                .toList();
    }
}
