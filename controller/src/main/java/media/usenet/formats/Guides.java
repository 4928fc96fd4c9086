package media.usenet.formats;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The guide in use: the user's, read once and again when asked, or the one built in.
public final class Guides {

    private final @Nullable Path folder;
    private volatile Map<Application, Guide> read = Map.of();

    /// @param folder a checkout of TRaSH-Guides; null for the guide that is built in
    public Guides(@Nullable Path folder) {
        this.folder = folder;
    }

    /// @throws media.usenet.problem.ProblemException `SETTINGS_INVALID` when the folder holds no guide
    public Guide of(Application application) {
        var known = read.get(application);
        return known == null ? refresh().getOrThrow(application) : known;
    }

    /// What was read.
    public record Read(Map<Application, Guide> guides) {

        public Read {
            guides = Map.copyOf(guides);
        }

        Guide getOrThrow(Application application) {
            var guide = guides.get(application);
            if (guide == null) {
                throw new IllegalStateException(application + " was not read");
            }
            return guide;
        }
    }

    /// Reads the folder anew. What was in use stays in use when it cannot be read.
    public Read refresh() {
        var guides = new EnumMap<Application, Guide>(Application.class);
        for (var application : Application.values()) {
            guides.put(
                    application,
                    folder == null ? BuiltInGuide.read(application) : new GuideFolder(folder).read(application));
        }
        var now = new Read(guides);
        read = now.guides();
        return now;
    }
}
