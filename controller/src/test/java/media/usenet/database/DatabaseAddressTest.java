package media.usenet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    private static final Path USUAL = Path.of("/var/lib/usenet/controller.db");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://me:s%40crt@db:6000/queue?sslmode=require",
                "postgresql://me:s%40crt@db:6000/queue?sslmode=require",
                "jdbc:postgresql://db:6000/queue?user=me&password=s%40crt&sslmode=require"
            })
    void everySpellingOfPostgresqlIsRead(String url) {
        assertThat(DatabaseAddress.of(url, USUAL))
                .isEqualTo(
                        new DatabaseAddress.Postgres("jdbc:postgresql://db:6000/queue?sslmode=require", "me", "s@crt"));
    }

    @Test
    void sqliteIsUsedWhereNothingIsNamed() {
        assertThat(DatabaseAddress.of(" ", USUAL)).isEqualTo(new DatabaseAddress.Sqlite(USUAL));
        assertThat(DatabaseAddress.of("sqlite:////srv/q.db", USUAL).told()).isEqualTo("/srv/q.db");
        assertThat(DatabaseAddress.of("jdbc:sqlite:/srv/q.db", USUAL).told()).isEqualTo("/srv/q.db");
    }

    @Test
    void aPasswordIsNeverTold() {
        var address = DatabaseAddress.of("postgres://me:secret@db/queue?sslmode=require", USUAL);
        assertThat(address.told()).isEqualTo("postgresql://db/queue");
        assertThat(address.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://me:secret@db/queue", "postgres://me:secret@/queue", "postgres://me:se cret@db"})
    void whatCannotBeReadIsRefusedWithoutTellingIt(String url) {
        assertThatThrownBy(() -> DatabaseAddress.of(url, USUAL))
                .isInstanceOf(ProblemException.class)
                .hasNoCause()
                .hasMessageNotContaining("cret")
                .hasMessageContaining("DATABASE_URL");
    }
}
