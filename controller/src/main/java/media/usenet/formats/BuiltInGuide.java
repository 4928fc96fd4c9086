package media.usenet.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What stands in where no guide was named: a few formats, a ladder of qualities and sizes of our own making.
final class BuiltInGuide {

    private BuiltInGuide() {}

    static Guide read(Application application) {
        var reader = new GuideReader(application);
        parsed("formats.json").forEach(format -> reader.format("formats.json", format.toString()));
        var profile = application.key() + "-profile.json";
        reader.profile(profile, parsed(profile).toString());
        reader.sizes("sizes.json", parsed("sizes.json").toString());
        return reader.read("built in");
    }

    private static JsonNode parsed(String file) {
        try (var in = Objects.requireNonNull(BuiltInGuide.class.getResourceAsStream(file), file)) {
            return JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
