package media.usenet.uploads;

import java.time.Instant;
import media.usenet.fetch.FileKind;
import org.jspecify.annotations.Nullable;

/// A file on its way in, or here.
///
/// @param name a safe one, near to what the sender called it
/// @param bytes how many are here
/// @param length how many there will be; null while the sender has not said
/// @param kind what it is by its first bytes; null until it is whole, and where it was refused
/// @param because why it was refused; null where it was not
/// @param expires when it is removed; begun anew with each piece, and each time a job asks for the file
public record Upload(
        String id,
        String name,
        State state,
        long bytes,
        @Nullable Long length,
        @Nullable FileKind kind,
        @Nullable String because,
        Instant expires) {

    /// How far it is.
    public enum State {
        RECEIVING,
        READY,
        REFUSED
    }
}
