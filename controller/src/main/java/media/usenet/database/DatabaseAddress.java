package media.usenet.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Where the database is. What it prints and logs never holds a password.
sealed interface DatabaseAddress {

    Dialect dialect();

    /// For people.
    String told();

    record Sqlite(Path file) implements DatabaseAddress {

        @Override
        public Dialect dialect() {
            return Dialect.SQLITE;
        }

        @Override
        public String told() {
            return file.toString();
        }
    }

    /// @param jdbc without user and password
    record Postgres(String jdbc, String user, String password) implements DatabaseAddress {

        @Override
        public Dialect dialect() {
            return Dialect.POSTGRESQL;
        }

        @Override
        public String told() {
            return jdbc.substring("jdbc:".length()).replaceFirst("\\?.*", "");
        }

        @Override
        public String toString() {
            return told();
        }
    }

    /// Reads `postgres://`, `postgresql://`, `jdbc:postgresql://`, `sqlite:///` and `jdbc:sqlite:` addresses.
    ///
    /// @param usual the SQLite file where nothing is named
    /// @throws ProblemException `SETTINGS_INVALID`
    static DatabaseAddress of(String url, Path usual) {
        var text = url.strip();
        if (text.isEmpty()) {
            return new Sqlite(usual);
        }
        var plain = text.replaceFirst("^jdbc:", "");
        if (plain.startsWith("sqlite:")) {
            var path = plain.substring("sqlite:".length()).replaceFirst("^///?", "/");
            return new Sqlite(Path.of(path).toAbsolutePath().normalize());
        }
        if (plain.matches("postgres(ql)?://.*")) {
            return postgres(plain);
        }
        // Not the address itself: whoever wrote it may have put a password into it.
        throw new ProblemException(
                Problem.SETTINGS_INVALID,
                "DATABASE_URL is no address of PostgreSQL or SQLite",
                "write postgresql://USER:PASSWORD@HOST:5432/NAME, or leave it out to use SQLite");
    }

    private static Postgres postgres(String url) {
        try {
            var uri = URI.create(url);
            if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
                throw new IllegalArgumentException("it names no host or no database");
            }
            var user = part(uri.getRawUserInfo(), 0);
            var password = part(uri.getRawUserInfo(), 1);
            var query = uri.getRawQuery() == null
                    ? List.<String>of()
                    : List.of(uri.getRawQuery().split("&"));
            return new Postgres(
                    jdbc(uri, query),
                    user.isEmpty() ? parameter(query, "user") : user,
                    password.isEmpty() ? parameter(query, "password") : password);
        } catch (IllegalArgumentException _) {
            // Without its cause, whose message holds the whole address.
            throw new ProblemException(
                    Problem.SETTINGS_INVALID,
                    "DATABASE_URL cannot be read as an address of PostgreSQL",
                    "write postgresql://USER:PASSWORD@HOST:5432/NAME, with %40 for an @ in the password");
        }
    }

    private static String jdbc(URI uri, List<String> query) {
        var rest = query.stream()
                .filter(pair -> !pair.startsWith("user=") && !pair.startsWith("password="))
                .toList();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return "jdbc:postgresql://%s%s%s%s"
                .formatted(uri.getHost(), port, uri.getRawPath(), rest.isEmpty() ? "" : "?" + String.join("&", rest));
    }

    private static String part(@Nullable String userInfo, int index) {
        var parts = userInfo == null ? new String[0] : userInfo.split(":", 2);
        return index < parts.length ? URLDecoder.decode(parts[index], StandardCharsets.UTF_8) : "";
    }

    private static String parameter(List<String> query, String name) {
        return query.stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
