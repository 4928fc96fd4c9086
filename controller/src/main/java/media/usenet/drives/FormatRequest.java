package media.usenet.drives;

import org.jspecify.annotations.Nullable;

/// What is to be emptied and made new.
///
/// @param fileSystem `ext4` where null
/// @param wipe whether what is on it may be lost; null for no
/// @param confirm the drive's serial number, or its id or device file where it has none, typed once more
record FormatRequest(
        String drive,
        @Nullable String fileSystem,
        @Nullable String label,
        @Nullable String slot,
        @Nullable Boolean wipe,
        @Nullable String confirm) {

    boolean mayWipe() {
        return Boolean.TRUE.equals(wipe);
    }
}
