package media.usenet.library;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import media.usenet.health.Finding;

/// What a scan came to.
///
/// @param cause who wanted it: a request, the watch, a drive that came
/// @param slots the drives and folders that were there
/// @param missing those that were not, or that said nothing any more
/// @param moved files of known bytes under a name that is new; they were not looked into again
/// @param unknown entries whose files were not found, though nobody can say that they are gone
/// @param looks how many of the files that were looked into had which [ProbeStatus]
/// @param troubles how often what went wrong, by the codes of the findings
/// @param findings the first 20 of each code
public record ScanSummary(
        Instant started,
        Instant ended,
        String cause,
        List<String> slots,
        List<String> missing,
        long folders,
        long files,
        long added,
        long changed,
        long moved,
        long unchanged,
        long gone,
        long unknown,
        long probed,
        Map<String, Long> looks,
        Map<String, Long> troubles,
        List<Finding> findings) {

    static ScanSummary of(
            Instant started,
            Instant ended,
            String cause,
            List<String> slots,
            List<String> missing,
            Tally tally,
            Troubles troubles) {
        return new ScanSummary(
                started,
                ended,
                cause,
                slots,
                missing,
                tally.of(Tally.Count.FOLDERS),
                tally.of(Tally.Count.FILES),
                tally.of(Tally.Count.ADDED),
                tally.of(Tally.Count.CHANGED),
                tally.of(Tally.Count.MOVED),
                tally.of(Tally.Count.UNCHANGED),
                tally.of(Tally.Count.GONE),
                tally.of(Tally.Count.UNKNOWN),
                tally.of(Tally.Count.PROBED),
                tally.looks(),
                troubles.counts(),
                troubles.named());
    }

    /// Whether the catalog is another one than before.
    boolean changedAnything() {
        return added + changed + gone + unknown + probed > 0;
    }

    /// In one sentence, for people.
    String text() {
        var text = new StringBuilder("%d files: %d new, %d changed, %d gone".formatted(files, added, changed, gone));
        if (moved > 0) {
            text.append(", %d known under another name".formatted(moved));
        }
        if (unknown > 0) {
            text.append(", %d nobody can tell of".formatted(unknown));
        }
        text.append("; %d looked into".formatted(probed));
        looks.forEach((status, count) -> {
            if (!status.equals(ProbeStatus.PROBED.word())) {
                text.append(", %d %s".formatted(count, status.replace('_', ' ')));
            }
        });
        return text.toString();
    }
}
