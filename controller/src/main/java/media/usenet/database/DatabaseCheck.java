package media.usenet.database;

import java.util.List;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import org.springframework.stereotype.Component;

/// Whether the database can be used.
@Component
final class DatabaseCheck implements Check {

    private final Database database;

    DatabaseCheck(Database database) {
        this.database = database;
    }

    @Override
    public String component() {
        return "database";
    }

    @Override
    public List<Finding> findings() {
        return database.trouble().map(e -> Finding.of(e, Severity.ERROR)).stream()
                .toList();
    }
}
