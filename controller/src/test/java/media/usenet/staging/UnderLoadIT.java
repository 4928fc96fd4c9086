package media.usenet.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnderLoadIT {

    @TempDir
    private Path folder;

    /// The benchmark does it a hundred times with thirty databases.
    @Test
    void everyDatabaseComesBackAfterAWholeTransactionWhileAllAreWritten() throws Exception {
        var outcome = UnderLoad.run(folder, 6, 3);
        assertThat(outcome.whole()).isEqualTo(outcome.runs());
        assertThat(outcome.transactions()).isPositive();
        assertThat(outcome.held()).as("services held for SQLite").isZero();
        assertThat(outcome.longestHoldMillis())
                .as("one was held that has to be")
                .isPositive();
    }
}
