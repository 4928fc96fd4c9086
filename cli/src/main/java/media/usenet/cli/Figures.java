package media.usenet.cli;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Figures as people read them: sizes, shares, spans of time.
final class Figures {

    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final String[] DRIVE = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Figures() {}

    static String bytes(double bytes) {
        return inUnits(bytes, 1024, BYTES);
    }

    /// In powers of ten, as drives are sold.
    static String driveSize(double bytes) {
        return inUnits(bytes, 1000, DRIVE);
    }

    private static String inUnits(double amount, int step, String[] units) {
        int unit = 0;
        while (amount >= step - 0.05 && unit < units.length - 1) {
            amount /= step;
            unit++;
        }
        return (unit == 0 ? Long.toString(Math.round(amount)) : tenths(amount)) + " " + units[unit];
    }

    /// One digit after the point, without `String.format`, whose formatter takes milliseconds to load.
    static String tenths(double number) {
        long tenths = Math.round(Math.abs(number) * 10);
        return (number < 0 && tenths > 0 ? "-" : "") + tenths / 10 + "." + tenths % 10;
    }

    static String percent(double part, double whole) {
        return whole <= 0 ? "?" : Math.round(100 * part / whole) + " %";
    }

    static String seconds(long seconds) {
        if (seconds < MINUTE) {
            return Math.max(0, seconds) + " s";
        } else if (seconds < HOUR) {
            return two(seconds, MINUTE, "min", 1, "s");
        } else if (seconds < DAY) {
            return two(seconds, HOUR, "h", MINUTE, "min");
        }
        return two(seconds, DAY, "d", HOUR, "h");
    }

    /// In one unit: `41 s`, `2 h`.
    static String age(long seconds) {
        var two = seconds(seconds).split(" ", 3);
        return two[0] + " " + two[1];
    }

    private static String two(long seconds, long large, String largeName, long small, String smallName) {
        long rest = seconds % large / small;
        return seconds / large + " " + largeName + (rest == 0 ? "" : " " + rest + " " + smallName);
    }

    /// Seconds since 1970 of `2026-11-20T18:04:05Z`; null for what is no such time. Read by hand: the formatters
    /// behind `Instant.parse` take longer to load than a request to the controller.
    static @Nullable Long epochSeconds(@Nullable String utc) {
        if (utc == null || utc.length() < 20 || utc.charAt(10) != 'T' || !utc.endsWith("Z")) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            digits(utc, 0, 4),
                            digits(utc, 5, 7),
                            digits(utc, 8, 10),
                            digits(utc, 11, 13),
                            digits(utc, 14, 16),
                            digits(utc, 17, 19))
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
