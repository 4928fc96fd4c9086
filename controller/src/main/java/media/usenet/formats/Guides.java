package media.usenet.formats;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The guide in use: the user's, read once and again when asked, or the one built in.
public final class Guides {

    private final @Nullable Path folder;
    private final Map<Application, String> chosen;
    private volatile Map<Application, Guide> read = Map.of();

    /// @param folder a checkout of TRaSH-Guides; null for the guide that is built in
    /// @param chosen names of quality profiles; the guide's first where none is chosen
    public Guides(@Nullable Path folder, Map<Application, String> chosen) {
        this.folder = folder;
        this.chosen = Map.copyOf(chosen);
    }

    /// The quality profile that copies are weighed by; empty where the guide has none.
    ///
    /// @throws ProblemException `SETTINGS_INVALID` where it has none of the name that was chosen
    public Optional<GuideProfile> profile(Application application) {
        var guide = of(application);
        var name = chosen.get(application);
        if (name == null) {
            return guide.profiles().stream().findFirst();
        }
        return Optional.of(guide.profile(name)
                .orElseThrow(() -> new ProblemException(
                        Problem.SETTINGS_INVALID,
                        "the guide (%s) has no quality profile '%s' for %s"
                                .formatted(guide.origin(), name, application.content()),
                        "set quality.%s to one that it has: usenet media quality".formatted(application.content()))));
    }

    /// @throws ProblemException `SETTINGS_INVALID` when the folder holds no guide
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
