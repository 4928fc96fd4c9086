package media.usenet.scope;

/// What a kind of backup takes: `config`, `full`, `minimal`.
///
/// @param settings whether the user's settings are in it
/// @param state whether secrets, the generated stack, drive slots and the controller's own database are
/// @param services how much of each service
/// @param largestBytes what is larger is told of instead of taken
public record BackupType(
        String name, String title, boolean settings, boolean state, Extent services, long largestBytes) {

    public enum Extent {
        NONE,
        /// What the service's recipe names.
        RECIPE,
        /// Everything but what the service's recipe excludes.
        WHOLE
    }
}
