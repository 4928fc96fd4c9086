package media.usenet.drives;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is to be done with a slot.
sealed interface Verdict {

    /// It is as it should be, or nothing can be done about it now.
    ///
    /// @param device the kernel's name of the device that is mounted there
    /// @param because why it is not simply online
    record Stay(
            SlotState state,
            @Nullable String device,
            @Nullable String because) implements Verdict {}

    record Attach(Present drive) implements Verdict {}

    record Bind(Path folder) implements Verdict {}

    /// What is mounted there has no device behind it any more.
    record Detach(SlotState next, String because) implements Verdict {}
}
