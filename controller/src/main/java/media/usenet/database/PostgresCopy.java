package media.usenet.database;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.postgres.PgCommand;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// The controller's own database on PostgreSQL, dumped and loaded. Whom to ask and with what password stands in the
/// environment of the programs, where `ps` does not show it.
final class PostgresCopy {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int USUAL_PORT = 5432;
    private static final PgCommand COMMAND = new PgCommand(List.of());

    private final DatabaseAddress.Postgres address;
    private final ProcessRunner programs;
    private final URI uri;

    PostgresCopy(DatabaseAddress.Postgres address, ProcessRunner programs) {
        this.address = address;
        this.programs = programs;
        this.uri = URI.create(address.jdbc().substring("jdbc:".length()));
    }

    void dump(Path file) {
        run(COMMAND.dump(database(), file.toString()));
    }

    void load(Path file) {
        run(COMMAND.load(database(), file.toString()));
    }

    private String database() {
        return uri.getPath().substring(1);
    }

    private void run(List<String> argv) {
        var outcome = programs.run(new Command(argv, environment(), LIMIT));
        switch (outcome) {
            case Outcome.Exited exited -> {
                if (!exited.succeeded()) {
                    throw failed(argv.getFirst(), exited.stderr().strip());
                }
            }
            case Outcome.TimedOut timedOut ->
                throw failed(
                        argv.getFirst(),
                        "not done after %d min".formatted(timedOut.after().toMinutes()));
            case Outcome.NotFound missing ->
                throw new ProblemException(
                        Problem.DATABASE_FAILED,
                        "the database %s cannot be copied: %s is not installed"
                                .formatted(address.told(), missing.program()),
                        "sudo apt install postgresql-client, of the server's version or a later one");
        }
    }

    private Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("PGHOST", uri.getHost());
        environment.put("PGPORT", String.valueOf(uri.getPort() < 0 ? USUAL_PORT : uri.getPort()));
        environment.put("PGUSER", address.user());
        environment.put("PGPASSWORD", address.password());
        sslMode().ifPresent(mode -> environment.put("PGSSLMODE", mode));
        return environment;
    }

    private java.util.Optional<String> sslMode() {
        return java.util.Arrays.stream(
                        java.util.Objects.requireNonNullElse(uri.getQuery(), "").split("&"))
                .filter(pair -> pair.startsWith("sslmode="))
                .map(pair -> pair.substring("sslmode=".length()))
                .findFirst();
    }

    private ProblemException failed(String program, String why) {
        return new ProblemException(
                Problem.DATABASE_FAILED,
                "%s of the database %s failed: %s".formatted(program, address.told(), why),
                "check that it answers, and that %s is not older than the server".formatted(program));
    }
}
