package media.usenet.drives;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to get a slot.
///
/// @param drive by UUID, label or serial number; null for a folder
/// @param slot its name; null lets one be chosen from the label or model
/// @param roles what it is used for; null for all
/// @param readOnly whether nothing may be written to it; null for no
/// @param path a folder of this machine; null for a drive
record AddRequest(
        @Nullable String drive,
        @Nullable String slot,
        @Nullable List<Role> roles,
        @Nullable Boolean readOnly,
        @Nullable Path path) {

    boolean isReadOnly() {
        return Boolean.TRUE.equals(readOnly);
    }
}
