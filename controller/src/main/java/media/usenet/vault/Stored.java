package media.usenet.vault;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A backup as a listing has it.
///
/// @param destination where it lies
/// @param key how its destination knows it: a file, a snapshot
/// @param bytes that it takes there; null where it shares them with others
/// @param encrypted null where that is not known
/// @param form what it is: `archive`, `restic`, or `seed` for those of the program that came before
public record Stored(
        String id,
        String destination,
        String key,
        Instant created,
        String type,
        @Nullable String name,
        @Nullable String description,
        @Nullable String policy,
        List<String> services,
        @Nullable Long bytes,
        @Nullable Long files,
        @Nullable Boolean encrypted,
        String form) {

    public Stored {
        services = List.copyOf(services);
    }
}
