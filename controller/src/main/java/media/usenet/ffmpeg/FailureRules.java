package media.usenet.ffmpeg;

import static java.util.regex.Pattern.MULTILINE;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells from what FFmpeg printed why it failed. The first rule of the list that finds something decides, so
/// what is special stands before what FFmpeg says of every failure.
public final class FailureRules {

    /// @param reason the line that decided, or the first line where none did
    public record Failure(FailureKind kind, String reason) {}

    private record Rule(FailureKind kind, Pattern pattern) {}

    private static final List<Rule> RULES = List.of(
            rule(FailureKind.NO_SPACE, "No space left on device|Disk quota exceeded|File too large"),
            // Builds without VAAPI or QSV do not know the option that opens such a device.
            rule(FailureKind.NO_ENCODER, "Unknown encoder '", "Encoder not found", "unknown device type"),
            rule(FailureKind.NO_ENCODER, "Unrecognized option '(vaapi_device|qsv_device|init_hw_device)'"),
            rule(
                    FailureKind.BAD_COMMAND,
                    "Unrecognized option",
                    "Option not found",
                    "cannot be applied to",
                    "Error parsing options",
                    "Impossible to convert between the formats",
                    "Unable to parse option value",
                    "Undefined constant",
                    "No such filter",
                    "has not been used for any stream"),
            rule(FailureKind.SESSION_LIMIT, "OpenEncodeSessionEx failed: (out of memory|incompatible client key)"),
            rule(FailureKind.DRIVER_TOO_OLD, "Driver does not support the required nvenc API version"),
            // It is followed by a line about the driver's version, which misleads.
            rule(FailureKind.DRIVER_CAP_MISSING, "Cannot load (libnvidia-encode|libnvcuvid)\\.so"),
            rule(FailureKind.NO_DRIVER, "Cannot load libcuda\\.so", "Could not dynamically load CUDA"),
            rule(
                    FailureKind.NO_DEVICE,
                    "CUDA_ERROR_(NO_DEVICE|UNKNOWN|NOT_INITIALIZED)",
                    "No (NVENC )?capable devices found"),
            rule(
                    FailureKind.CODEC_UNSUPPORTED,
                    "Codec not supported",
                    "No usable encoding (profile|entrypoint) found",
                    "10 bit encode not supported",
                    "B frames as references are not supported",
                    "device doesn't support required NVENC features",
                    "Selected ratecontrol mode is unsupported",
                    "encoding parameters are not supported by the QSV runtime",
                    "Current profile is unsupported"),
            rule(FailureKind.RC_UNSUPPORTED, "Driver does not support (any|\\S+) RC mode"),
            rule(
                    FailureKind.DRIVER_ERROR,
                    "Failed to initialise VAAPI connection",
                    "vaInitialize failed",
                    "vaGetDriverNameByIndex",
                    "init failed",
                    "Failed to end picture encode",
                    "Error setting child device handle",
                    "internal encoding error",
                    "CUDA_ERROR_(ILLEGAL_ADDRESS|LAUNCH_FAILED|ECC_UNCORRECTABLE|INVALID_DEVICE)"),
            rule(
                    FailureKind.NO_DEVICE,
                    "No VA display found for device",
                    "Error (initializing an internal|creating a) MFX session",
                    "Could not find a valid device",
                    "can't configure encoder",
                    "Device creation failed",
                    "Failed to create a VAAPI device",
                    "(libOMX_Core|libopenmaxil)\\.so not found",
                    "A hardware (device|frames) reference is required",
                    "No device available",
                    "Cannot open the X11",
                    "Failed to open Vulkan",
                    "Failed to create .*instance",
                    "mpp_soc: open"),
            // Behind the devices: FFmpeg 6.1 says it of a device that is not there.
            rule(FailureKind.NO_MEMORY, "Cannot allocate memory", "CUDA_ERROR_OUT_OF_MEMORY", "malloc of size"),
            rule(
                    FailureKind.NO_INPUT,
                    "^(file:)?/[^\\n]*: (No such file or directory|Permission denied|Is a directory)$",
                    "Error opening (input|output)[^\\n]*: (No such file or directory|Permission denied)"),
            rule(
                    FailureKind.BAD_INPUT,
                    "Invalid data found when processing input",
                    "moov atom not found",
                    "Format not on whitelist",
                    "not on whitelist",
                    "does not contain any stream",
                    "matches no streams",
                    "Error while decoding.*Conversion failed"));

    private static final Pattern COMPLAINT =
            Pattern.compile("error|fail|invalid|cannot|can't|could not|unable|unsupported", Pattern.CASE_INSENSITIVE);

    private FailureRules() {}

    /// @param exitCode of FFmpeg; it decides only where a signal ended it
    public static Failure judge(int exitCode, List<String> lines) {
        var text = String.join("\n", lines);
        return RULES.stream()
                .flatMap(rule -> find(rule, text))
                .findFirst()
                .orElseGet(() -> unexplained(exitCode, lines));
    }

    /// Whether FFmpeg says that an option was for nothing: it goes on without it, and ends with 0.
    public static boolean unused(String line) {
        return line.contains("has not been used for any stream");
    }

    private static Stream<Failure> find(Rule rule, String text) {
        var found = rule.pattern().matcher(text);
        return found.find() ? Stream.of(new Failure(rule.kind(), lineAt(text, found.start()))) : Stream.empty();
    }

    private static Failure unexplained(int exitCode, List<String> lines) {
        // 128 and the signal's number, as shells and bubblewrap say it; FFmpeg's own codes above begin at 171.
        if (exitCode > 128 && exitCode <= 128 + 31) {
            return new Failure(FailureKind.KILLED, "signal " + (exitCode - 128));
        }
        return new Failure(FailureKind.UNKNOWN, firstLine(lines).orElse("it printed nothing; exit code " + exitCode));
    }

    /// What FFmpeg says of its input and its options comes before what went wrong.
    private static Optional<String> firstLine(List<String> lines) {
        return lines.stream()
                .filter(COMPLAINT.asPredicate())
                .findFirst()
                .or(() -> lines.stream().filter(line -> !line.isBlank()).findFirst());
    }

    private static String lineAt(String text, int position) {
        int from = text.lastIndexOf('\n', position) + 1;
        int to = text.indexOf('\n', position);
        return text.substring(from, to < 0 ? text.length() : to).strip();
    }

    private static Rule rule(FailureKind kind, String... expressions) {
        return new Rule(kind, Pattern.compile(String.join("|", expressions), MULTILINE));
    }
}
