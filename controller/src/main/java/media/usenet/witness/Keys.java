package media.usenet.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import media.usenet.apps.QBittorrent.Login;
import media.usenet.catalog.CatalogFiles;
import media.usenet.catalog.ServiceDefinition.ApiKey;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.settings.SettingsFolder;
import media.usenet.sqlite.SqliteFile;

/// The keys of applications: where their templates say that they keep them, or what the user wrote into `.env`.
final class Keys {

    private static final Pattern PLEX_TOKEN = Pattern.compile("\\bPlexOnlineToken=\"([^\"]+)\"");
    private static final String JELLYFIN_KEY = "SELECT AccessToken FROM ApiKeys ORDER BY Id LIMIT 1";

    private final SettingsFolder settings;
    private final CatalogFiles catalog;

    Keys(SettingsFolder settings, CatalogFiles catalog) {
        this.settings = settings;
        this.catalog = catalog;
    }

    /// Known to the user alone: it keeps a hash of its password.
    Optional<Login> qbittorrent() {
        return given("QBITTORRENT_PASSWORD")
                .map(password -> new Login(given("QBITTORRENT_USER").orElse("admin"), password));
    }

    /// @throws ProblemException `SERVICE_NOT_RUNNING` where it has none
    String jellyfin() {
        return given("JELLYFIN_API_KEY")
                .or(() -> kept("jellyfin").flatMap(Keys::ofDatabase))
                .orElseThrow(() -> keyless("jellyfin", "make a key on its page, Dashboard > API Keys"));
    }

    /// @throws ProblemException `SERVICE_NOT_RUNNING` where it has none
    String plex() {
        return given("PLEX_TOKEN")
                .or(() -> kept("plex").flatMap(Keys::ofPreferences))
                .orElseThrow(() -> keyless("plex", "claim it on its page"));
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(settings.current().environment().get(variable))
                .filter(value -> !value.isBlank());
    }

    /// The file that its template names; empty while it is not there.
    private Optional<Path> kept(String service) {
        var folder = settings.current().folders().config().resolve(service);
        return catalog.load()
                .find(service)
                .flatMap(definition -> definition.apiKey())
                .map(ApiKey::file)
                .map(folder::resolve)
                .filter(Files::isRegularFile);
    }

    static Optional<String> ofDatabase(Path database) {
        try {
            return new SqliteFile(database).first(JELLYFIN_KEY);
        } catch (SQLException e) {
            throw unread(database, e);
        }
    }

    static Optional<String> ofPreferences(Path preferences) {
        try {
            var found = PLEX_TOKEN.matcher(Files.readString(preferences));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw unread(preferences, e);
        }
    }

    private static ProblemException unread(Path file, Exception e) {
        return new ProblemException(
                Problem.FILE_NOT_READ,
                "cannot read the key in %s: %s".formatted(file, e.getMessage()),
                "check that the controller may read it",
                e);
    }

    private static ProblemException keyless(String service, String remedy) {
        return new ProblemException(
                Problem.SERVICE_NOT_RUNNING, service + " cannot be asked: no key of it is known", remedy);
    }
}
