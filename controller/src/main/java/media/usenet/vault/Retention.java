package media.usenet.vault;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Grandfather, father and son: which backups stay, and why.
public final class Retention {

    private final ZoneId zone;
    private final List<Verdict> verdicts;

    private Retention(List<Stored> stored, ZoneId zone) {
        this.zone = zone;
        this.verdicts = stored.stream()
                .sorted(Comparator.comparing(Stored::created).reversed())
                .map(one -> new Verdict(one, new ArrayList<>()))
                .toList();
    }

    /// @param because what keeps it; empty for one that goes
    public record Verdict(Stored stored, List<String> because) {

        public boolean keeps() {
            return !because.isEmpty();
        }
    }

    /// Newest first. The newest that is proved good is kept whatever the numbers say: the others may all be bad.
    ///
    /// @param proved whether a backup was last found good when it was read back or restored
    public static List<Verdict> judge(List<Stored> stored, Keep keep, ZoneId zone, Predicate<Stored> proved) {
        var retention = new Retention(stored, zone);
        retention.newest(keep.last());
        retention.span("day", keep.daily(), time -> time.toLocalDate().toString());
        retention.span("week", keep.weekly(), Retention::week);
        retention.span("month", keep.monthly(), time -> "%d-%02d".formatted(time.getYear(), time.getMonthValue()));
        retention.span("year", keep.yearly(), time -> String.valueOf(time.getYear()));
        retention.proved(proved);
        return retention.verdicts;
    }

    /// At least one, so that no mistake in the numbers removes all.
    private void newest(int most) {
        verdicts.stream()
                .limit(Math.max(1, most))
                .forEach(verdict -> verdict.because().add("last"));
    }

    private void span(String name, int most, Function<ZonedDateTime, String> span) {
        var seen = new HashSet<String>();
        for (var verdict : verdicts) {
            var key = span.apply(verdict.stored().created().atZone(zone));
            if (seen.size() < most && seen.add(key)) {
                verdict.because().add(name + " " + key);
            }
        }
    }

    private void proved(Predicate<Stored> proved) {
        verdicts.stream()
                .filter(verdict -> proved.test(verdict.stored()))
                .findFirst()
                .ifPresent(verdict -> verdict.because().add("newest that is proved"));
    }

    private static String week(ZonedDateTime time) {
        return "%d-W%02d".formatted(time.get(IsoFields.WEEK_BASED_YEAR), time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
