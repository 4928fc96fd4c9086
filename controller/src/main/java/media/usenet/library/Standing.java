package media.usenet.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/// A door: which file system stands at a root at this moment.
@FunctionalInterface
interface Standing {

    Standing REAL = Standing::real;

    /// The number of its device; empty where the root is not there.
    OptionalLong device(Root root);

    /// A slot without its drive is an empty folder of the pool's own file system.
    private static OptionalLong real(Root root) {
        try {
            long device = Walk.device(root.path());
            var above = root.path().getParent();
            return root.drive() && above != null && isSameDevice(above, device)
                    ? OptionalLong.empty()
                    : OptionalLong.of(device);
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    private static boolean isSameDevice(Path folder, long device) throws IOException {
        return Walk.device(folder) == device;
    }
}
