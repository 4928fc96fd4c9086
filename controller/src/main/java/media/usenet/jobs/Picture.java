package media.usenet.jobs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an attempt looks at one moment.
record Picture(
        @Nullable Phase phase,
        @Nullable Progress progress,
        List<EncoderStep> encoderPath,
        List<String> warnings,
        Map<String, Object> notes) {

    static final Picture EMPTY = new Picture(null, null, List.of(), List.of(), Map.of());

    Picture {
        encoderPath = List.copyOf(encoderPath);
        warnings = List.copyOf(warnings);
        notes = Map.copyOf(notes);
    }
}
