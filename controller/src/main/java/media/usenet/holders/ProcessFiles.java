package media.usenet.holders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files below `/proc/PID`. A process may end at any moment, and one that waits for its parent to notice has no
/// files any more: what it does not have is null, or no names.
///
/// Every method throws [DeniedException] where this process may not be looked into: it must not be taken for one that
/// has nothing.
record ProcessFiles(Path folder) {

    /// It has more rights than the controller, or is another user's.
    static final class DeniedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private DeniedException(AccessDeniedException because) {
            super(because);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    int pid() {
        return Integer.parseInt(folder.getFileName().toString());
    }

    @Nullable
    String text(String name) {
        // Names of files in it may be of any bytes.
        return unlessGone(() -> new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8));
    }

    /// Where a link leads, without going there.
    @Nullable
    Path link(String name) {
        return unlessGone(() -> Files.readSymbolicLink(folder.resolve(name)));
    }

    List<String> names(String name) {
        var names = new ArrayList<String>();
        unlessGone(() -> {
            try (var entries = Files.newDirectoryStream(folder.resolve(name))) {
                entries.forEach(entry -> names.add(entry.getFileName().toString()));
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            return names;
        });
        return names;
    }

    private <T> @Nullable T unlessGone(Reading<T> reading) {
        try {
            return reading.read();
        } catch (AccessDeniedException e) {
            throw new DeniedException(e);
        } catch (IOException _) {
            return null;
        }
    }
}
