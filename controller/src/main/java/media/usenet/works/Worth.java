package media.usenet.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What somebody could miss of a film.
///
/// @param lines of the picture: 1080
/// @param source how near it is to the original: 0 is not known
/// @param range names of its dynamic ranges: `HDR10`, `DV`; empty is SDR
/// @param channels of its best sound
/// @param languages of its sound, as three letters
/// @param subtitles languages of its subtitles
/// @param points by the guide; 0 where no guide speaks
public record Worth(
        int lines,
        int source,
        Set<String> range,
        int channels,
        Set<String> languages,
        Set<String> subtitles,
        int points) {

    public Worth {
        range = Set.copyOf(range);
        languages = Set.copyOf(languages);
        subtitles = Set.copyOf(subtitles);
    }

    /// What of this the other does not have; empty when nobody could miss anything.
    public List<String> lostWith(Worth other) {
        var lost = new ArrayList<String>();
        if (other.lines < lines) {
            lost.add("%d lines, the other has %d".formatted(lines, other.lines));
        }
        if (source > 0 && other.source < source) {
            lost.add(other.source == 0 ? "a known source" : "a better source");
        }
        if (other.channels < channels) {
            lost.add("%d channels of sound, the other has %d".formatted(channels, other.channels));
        }
        missing(lost, "", range, other.range);
        missing(lost, "sound in ", languages, other.languages);
        missing(lost, "subtitles in ", subtitles, other.subtitles);
        if (other.points < points) {
            lost.add("%d points of the guide, the other has %d".formatted(points, other.points));
        }
        return lost;
    }

    private static void missing(List<String> lost, String what, Set<String> ours, Set<String> theirs) {
        var gone = new TreeSet<>(ours);
        gone.removeAll(theirs);
        if (!gone.isEmpty()) {
            lost.add(what + String.join(", ", gone));
        }
    }

    /// More is better; a guide's points first, where it speaks.
    long rank() {
        return points * 100_000_000L
                + lines * 10_000L
                + source * 1_000L
                + range.size() * 200L
                + channels * 10L
                + languages.size()
                + subtitles.size();
    }
}
