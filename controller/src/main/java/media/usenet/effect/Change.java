package media.usenet.effect;

import java.util.List;
import media.usenet.health.Finding;
import org.jspecify.annotations.Nullable;

/// What a command would do.
///
/// @param command as it is typed: `pool create`
/// @param subject the drive, the union or the files, as a person knows them
/// @param steps what would be done, in order
/// @param next the command that does it
public record Change(
        String command,
        String subject,
        @Nullable String slot,
        List<String> steps,
        List<Finding> findings,
        @Nullable String next) {

    public Change {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }
}
