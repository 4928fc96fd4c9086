package media.usenet.task;

import java.util.regex.Pattern;

/// Bits in a second, written as FFmpeg's users do: `192k`, `5M`, `2500000`.
public record BitRate(long bitsPerSecond) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)([kKmM]?)(?:bps|bit/s)?");
    private static final long LEAST = 1_000;
    private static final long MOST = 400_000_000;

    public BitRate {
        if (bitsPerSecond < LEAST || bitsPerSecond > MOST) {
            throw new IllegalArgumentException("a bit rate is between 1k and 400M");
        }
    }

    /// @throws IllegalArgumentException saying what would be right
    public static BitRate of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("give a bit rate such as 192k or 5M");
        }
        double unit = switch (form.group(2)) {
            case "k", "K" -> 1e3;
            case "m", "M" -> 1e6;
            default -> 1;
        };
        return new BitRate(Math.round(Double.parseDouble(form.group(1)) * unit));
    }

    @Override
    public String toString() {
        return String.valueOf(bitsPerSecond);
    }
}
