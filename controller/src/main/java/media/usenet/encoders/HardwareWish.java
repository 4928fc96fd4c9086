package media.usenet.encoders;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What `hardware=` of a request says: `auto`, `required`, `off`, or an API to use.
///
/// @param api null unless one is named: `nvenc`, `qsv`, `vaapi`, `v4l2m2m`, `rkmpp`
public record HardwareWish(Mode mode, @Nullable String api) {

    public static final HardwareWish AUTO = new HardwareWish(Mode.AUTO, null);
    public static final HardwareWish REQUIRED = new HardwareWish(Mode.REQUIRED, null);
    public static final HardwareWish OFF = new HardwareWish(Mode.OFF, null);

    public enum Mode {
        /// The best that is proved, software in the end.
        AUTO,
        /// Never software.
        REQUIRED,
        /// Never hardware.
        OFF
    }

    /// @throws IllegalArgumentException for any other word
    public static HardwareWish of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "auto" -> AUTO;
            case "required" -> REQUIRED;
            case "off", "none", "software", "cpu" -> OFF;
            case "nvenc", "qsv", "vaapi", "v4l2m2m", "rkmpp" ->
                new HardwareWish(Mode.REQUIRED, word.toLowerCase(Locale.ROOT));
            default ->
                throw new IllegalArgumentException(
                        "hardware must be auto, required, off, nvenc, qsv, vaapi, v4l2m2m or rkmpp, not '%s'"
                                .formatted(word));
        };
    }
}
