package media.usenet.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import media.usenet.archive.Manifest;
import media.usenet.health.Finding;
import media.usenet.restore.Comparison;
import media.usenet.restore.Ownership;
import media.usenet.restore.Rewrites;
import media.usenet.restore.Unit;
import org.jspecify.annotations.Nullable;

/// What a restore would do.
///
/// @param stops the services that run now and would be stopped
/// @param stoppedSeconds about how long, by what has to be renamed and started
/// @param rewrites paths that would be replaced in settings
/// @param next the command that does it; null while a finding stands in the way
record RestorePlan(
        String backup,
        String created,
        List<Comparison> parts,
        List<String> stops,
        double stoppedSeconds,
        List<Rewrite> rewrites,
        List<Finding> findings,
        @Nullable String next,
        @JsonIgnore Manifest manifest,
        @JsonIgnore List<Unit> units,
        @JsonIgnore Ownership ownership,
        @JsonIgnore Rewrites replacing) {

    record Rewrite(String from, String to) {}
}
