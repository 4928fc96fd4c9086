package media.usenet.composer;

import java.util.List;

/// The Compose that is installed.
///
/// @param number as it says itself: `2.26.1-4`
/// @param program how it is called: `docker compose`, or `docker-compose`
public record ComposeVersion(String number, List<String> program) {

    public ComposeVersion {
        program = List.copyOf(program);
    }

    /// The Python program, out of support since 2023: other words, no JSON, no choice about pulling.
    public boolean first() {
        return number.startsWith("1.");
    }
}
