package media.usenet.smart;

import java.time.Instant;
import media.usenet.smart.SmartReport.Answered;
import org.jspecify.annotations.Nullable;

/// What is known of one drive: how it answered last, and what it said when it last said anything.
///
/// @param known the last real answer, kept while the drive sleeps or does not answer; none if there never was one
public record SmartReading(
        SmartTarget target,
        SmartReport latest,
        Instant at,
        @Nullable Answered known) {

    static SmartReading first(SmartTarget target, SmartReport report, Instant at) {
        return new SmartReading(target, report, at, report instanceof Answered answered ? answered : null);
    }

    SmartReading then(SmartTarget now, SmartReport report, Instant when) {
        return new SmartReading(now, report, when, report instanceof Answered answered ? answered : known);
    }

    SmartReading seenAs(SmartTarget now) {
        return new SmartReading(now, latest, at, known);
    }
}
