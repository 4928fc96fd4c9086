package media.usenet.drives;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import media.usenet.storage.Answer;
import media.usenet.storage.Patience;

/// How large slots are and how much is free, asked with a limit: a drive that hangs is left out and holds up nobody.
final class Capacity {

    private final Patience patience;
    private final Map<Path, Space> last = new ConcurrentHashMap<>();

    Capacity(Patience patience) {
        this.patience = patience;
    }

    /// @param freeBytes what users other than root may take
    record Space(long sizeBytes, long freeBytes) {}

    /// @return none while nothing answers there
    Optional<Space> of(Path place) {
        if (patience.ask(place.toString(), () -> read(place)) instanceof Answer.Given<Space>(var space)) {
            last.put(place, space);
            return Optional.of(space);
        }
        return Optional.empty();
    }

    /// What was answered last, without asking.
    Optional<Space> remembered(Path place) {
        return Optional.ofNullable(last.get(place));
    }

    /// How many questions hang in the kernel now.
    int hanging() {
        return patience.hanging();
    }

    private static Space read(Path place) throws IOException {
        FileStore store = Files.getFileStore(place);
        return new Space(store.getTotalSpace(), store.getUsableSpace());
    }
}
