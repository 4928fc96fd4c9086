package media.usenet.request;

import java.util.ArrayList;
import java.util.List;
import media.usenet.task.Flaws;
import media.usenet.task.Source;
import org.jspecify.annotations.Nullable;

/// Reads where media comes from out of a request.
final class Sources {

    static final Source NOWHERE = new Source.Upload("none");

    private Sources() {}

    static Source one(Flaws flaws, @Nullable String text, String key) {
        flaws.require(
                text != null && !text.isBlank(),
                key,
                "give an http or https address, upload:ID, or the full path of a file");
        return flaws.read(text, key, Source::of).orElse(NOWHERE);
    }

    static List<Source> several(Flaws flaws, @Nullable List<String> texts, String key, int most) {
        if (texts == null || texts.isEmpty() || texts.size() > most) {
            flaws.add(key, "give between 1 and %d sources".formatted(most));
            return List.of(NOWHERE);
        }
        var sources = new ArrayList<Source>();
        for (int number = 0; number < texts.size(); number++) {
            sources.add(one(flaws, texts.get(number), "%s[%d]".formatted(key, number)));
        }
        return sources;
    }
}
