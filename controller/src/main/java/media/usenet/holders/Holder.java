package media.usenet.holders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A process that keeps a mounted file system busy.
///
/// @param program its name, of which the kernel keeps 15 characters
/// @param container id that the engine gave to its container; none for a process of the host
/// @param paths what it holds, from the root of the file system; `.` for the root itself; ` (deleted)` after those that
///     are held without a name
/// @param writes whether it may write to one of them
public record Holder(int pid, String program, @Nullable String container, List<String> paths, boolean writes) {

    public Holder {
        paths = List.copyOf(paths);
    }
}
