package media.usenet.smart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import media.usenet.host.Outcome;
import tools.jackson.databind.json.JsonMapper;

/// What smartctl printed, or would print; each folder's README says which.
final class SmartText {

    static final SmartTarget USB = new SmartTarget("travel", "sdd", "S5SXNS0R", "Samsung PSSD T7", "usb");
    static final SmartTarget SATA = new SmartTarget("films", "sdb", "5PGR4K2B", "WDC WD120EDAZ", "sata");

    private SmartText() {}

    static String written(String name) {
        return text("/smart/" + name);
    }

    static String recorded(String name) {
        return text("/recorded/smartctl/" + name);
    }

    static SmartReport report(String name) {
        return SmartctlOutput.read(written(name), exitStatus(written(name)));
    }

    static SmartReport.Answered answered(String name) {
        return (SmartReport.Answered) report(name);
    }

    static Outcome outcome(String name) {
        return new Outcome.Exited(exitStatus(written(name)), written(name), "");
    }

    static int exitStatus(String text) {
        return JsonMapper.shared()
                .readTree(text)
                .path("smartctl")
                .path("exit_status")
                .asInt();
    }

    private static String text(String resource) {
        try (var stream = SmartText.class.getResourceAsStream(resource + ".json")) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
