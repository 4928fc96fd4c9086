package media.usenet.ffmpeg;

import java.util.List;

/// Known holes of FFmpeg that a file can use, and the versions that closed them.
public final class Advisories {

    /// @param id `CVE-2026-8461`
    /// @param about what a file can do with it
    /// @param fixed the first version of each line that has the fix: `7.1.5`
    private record Advisory(String id, String about, List<int[]> fixed) {

        /// A line without a fix of its own is closed by being newer than every line that has one.
        boolean open(FFmpegVersion version) {
            for (var fix : fixed) {
                if (version.major() == fix[0] && version.minor() == fix[1]) {
                    return version.patch() < fix[2];
                }
            }
            var last = fixed.getLast();
            return !version.atLeast(last[0], last[1]);
        }
    }

    private static final List<Advisory> ALL = List.of(
            new Advisory("CVE-2026-8461", "writes outside of memory (MagicYUV)", fixes("7.1.5", "8.0.3", "8.1.2")),
            new Advisory("CVE-2026-107698", "RTSP leaves the permitted protocols", fixes("7.1.4", "8.0.2")),
            new Advisory("CVE-2026-107697", "HLS leaves the permitted protocols", fixes("8.1.3")),
            new Advisory("CVE-2026-107695", "HLS never ends", fixes("8.1.3")),
            new Advisory("CVE-2026-125201", "a crash in AV1 by Vulkan", fixes("8.1.3", "9.0.2")));

    private Advisories() {}

    /// Those that this version is open to; empty for a version without numbers, of which nothing is known.
    public static List<String> open(FFmpegVersion version) {
        return version.major() == 0
                ? List.of()
                : ALL.stream()
                        .filter(advisory -> advisory.open(version))
                        .map(advisory -> "%s (%s)".formatted(advisory.id(), advisory.about()))
                        .toList();
    }

    /// Whether a distribution made it, which closes holes without a new number: `5.1.9-0+deb12u1`.
    public static boolean patched(FFmpegVersion version) {
        return version.name().matches(".*(deb|ubuntu|fc\\d|el\\d|\\+b\\d).*");
    }

    private static List<int[]> fixes(String... versions) {
        return List.of(versions).stream()
                .map(version -> version.split("\\."))
                .map(parts ->
                        new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])})
                .toList();
    }
}
