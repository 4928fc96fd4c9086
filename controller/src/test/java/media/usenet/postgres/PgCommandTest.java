package media.usenet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PgCommandTest {

    @Test
    void aDumpNamesItsUserAndItsFileAndAsksForNoPassword() {
        assertThat(PgCommand.as("jellystat").dump("jellystat", "/data/usenet.dump"))
                .containsExactly(
                        "pg_dump",
                        "--no-password",
                        "--username=jellystat",
                        "--format=custom",
                        "--no-owner",
                        "--no-privileges",
                        "--file=/data/usenet.dump",
                        "jellystat");
    }

    @Test
    void whatIsLoadedReplacesWhatIsThereInOneTransaction() {
        assertThat(new PgCommand(List.of()).load("jellystat", "/data/usenet.dump"))
                .startsWith("pg_restore", "--no-password")
                .contains("--clean", "--if-exists", "--single-transaction", "--exit-on-error")
                .endsWith("--dbname=jellystat", "/data/usenet.dump");
    }
}
