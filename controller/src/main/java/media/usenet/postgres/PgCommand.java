package media.usenet.postgres;

import java.util.ArrayList;
import java.util.List;

/// The argument lists of `pg_dump` and `pg_restore`. A password is none of them: it stands in the environment, or
/// the server asks for none, as those in containers do of whoever runs in there.
///
/// @param connection `--username`, `--host` and the like, or nothing where the environment says it all
public record PgCommand(List<String> connection) {

    public PgCommand {
        connection = List.copyOf(connection);
    }

    /// Of a server on the machine that the program runs on.
    public static PgCommand as(String user) {
        return new PgCommand(List.of("--username=" + user));
    }

    /// Owners and rights are left out: the database may belong to another user where it is loaded.
    ///
    /// @param file as the program sees it
    public List<String> dump(String database, String file) {
        return line("pg_dump", List.of("--format=custom", "--no-owner", "--no-privileges", "--file=" + file, database));
    }

    /// All of it or nothing: one transaction, and what is there by the same names goes first.
    public List<String> load(String database, String file) {
        return line(
                "pg_restore",
                List.of(
                        "--clean",
                        "--if-exists",
                        "--no-owner",
                        "--no-privileges",
                        "--single-transaction",
                        "--exit-on-error",
                        "--dbname=" + database,
                        file));
    }

    private List<String> line(String program, List<String> arguments) {
        var line = new ArrayList<>(List.of(program, "--no-password"));
        line.addAll(connection);
        line.addAll(arguments);
        return line;
    }
}
