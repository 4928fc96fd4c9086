package media.usenet.formats;

import java.util.Optional;
import java.util.OptionalInt;
import media.usenet.naming.Release;
import media.usenet.naming.Trait;
import org.jspecify.annotations.Nullable;

/// A quality as an application names it, with its numbers for where it came from, its lines and what else is special.
public record Quality(String name, int source, int resolution, int modifier) {

    /// @return empty when it is not said where it came from, or how large it is
    public static Optional<Quality> of(Application application, Release release, OptionalInt resolution) {
        var source = release.first(Trait.SOURCE).orElse("");
        int lines = resolution.orElseGet(() -> lines(release));
        var numbers = application == Application.RADARR ? RADARR : SONARR;
        return Optional.ofNullable(
                switch (source) {
                    case "cam" -> numbers.early("CAM", 1);
                    case "telesync" -> numbers.early("TELESYNC", 2);
                    case "telecine" -> numbers.early("TELECINE", 3);
                    case "dvd" -> numbers.dvd(release);
                    case "web-dl", "web" -> numbers.sized("WEBDL-", numbers.web, lines, false);
                    case "webrip" -> numbers.sized("WEBRip-", numbers.web + 1, lines, false);
                    case "bluray", "hddvd" ->
                        release.says(Trait.REMUX) && lines >= 1080
                                ? numbers.remux(lines)
                                : numbers.sized("Bluray-", numbers.bluray, lines, true);
                    case "tv", "hdtv" ->
                        lines >= 720
                                ? numbers.sized("HDTV-", numbers.tv, lines, false)
                                : new Quality("SDTV", numbers.tv, 480, 0);
                    default -> null;
                });
    }

    /// Lines that a name says; 0 when it says none.
    static int lines(Release release) {
        var said = release.first(Trait.RESOLUTION).orElse("").replaceAll("[^0-9]", "");
        return said.isEmpty() || said.length() > 5 ? 0 : Integer.parseInt(said);
    }

    private static final Numbers RADARR = new Numbers(7, 9, 6, true);
    private static final Numbers SONARR = new Numbers(3, 6, 1, false);

    /// Radarr's and Sonarr's differ.
    private record Numbers(int web, int bluray, int tv, boolean films) {

        private static final int DVD = 5;
        private static final int SCREENER = 2;
        private static final int REMUX = 5;
        private static final int RAW_BLURAY = 7;

        @Nullable
        Quality early(String name, int source) {
            return films ? new Quality(name, source, 0, 0) : null;
        }

        Quality dvd(Release release) {
            if (!films) {
                return new Quality("DVD", DVD, 480, 0);
            }
            if (release.says(Trait.SCREENER)) {
                return new Quality("DVDSCR", DVD, 480, SCREENER);
            }
            return release.says(Trait.REMUX) ? new Quality("DVD-R", DVD, 480, REMUX) : new Quality("DVD", DVD, 0, 0);
        }

        @Nullable
        Quality sized(String prefix, int source, int lines, boolean pal) {
            int known =
                    lines >= 2160 ? 2160 : lines >= 1080 ? 1080 : lines >= 720 ? 720 : lines >= 576 && pal ? 576 : 480;
            return lines == 0 ? null : new Quality(prefix + known + "p", source, known, 0);
        }

        Quality remux(int lines) {
            int known = lines >= 2160 ? 2160 : 1080;
            return films
                    ? new Quality("Remux-" + known + "p", bluray, known, REMUX)
                    : new Quality("Bluray-" + known + "p Remux", RAW_BLURAY, known, 0);
        }
    }
}
