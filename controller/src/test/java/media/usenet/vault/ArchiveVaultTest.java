package media.usenet.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import media.usenet.vault.Destination.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveVaultTest {

    @TempDir
    private Path folder;

    @Test
    void backupsOfTheProgramBeforeAreListedByTheirSidecars() throws IOException {
        Files.writeString(folder.resolve("usenet-stack-backup-summer.tar.gz"), "x");
        Files.writeString(
                folder.resolve("usenet-stack-backup-summer.tar.gz.meta"),
                "{\"version\": \"1.0\", \"created\": \"2025-07-02T10:00:00Z\", \"created_unix\": 1751450400,"
                        + " \"type\": \"full\", \"description\": \"before the move\", \"services\": \"sonarr radarr\"}");
        assertThat(vault().list()).singleElement().satisfies(stored -> {
            assertThat(stored.form()).isEqualTo("seed");
            assertThat(stored.type()).isEqualTo("full");
            assertThat(stored.created()).hasToString("2025-07-02T10:00:00Z");
            assertThat(stored.services()).containsExactly("sonarr", "radarr");
        });
    }

    @Test
    void aBrokenSidecarHidesNoBackup() throws IOException {
        Files.writeString(folder.resolve("usenet-stack-backup-a.tar.gz"), "x");
        Files.writeString(folder.resolve("usenet-stack-backup-a.tar.gz.meta"), "{\"description\": \"a \"quote\"\"}");
        assertThat(vault().list()).hasSize(1);
    }

    @Test
    void whatIsNoArchiveOfOursIsListedAsUnknownAndTheRestAllTheSame() throws IOException {
        Files.writeString(folder.resolve("usenet-x.tar.zst"), "no archive");
        Files.writeString(folder.resolve(".usenet-y.tar.zst.part"), "half of one");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(vault().list()).singleElement().extracting(Stored::type).isEqualTo("unknown");
    }

    private ArchiveVault vault() {
        return new ArchiveVault(new Destination(
                "local", Engine.ARCHIVE, folder.toString(), false, folder.resolve("key"), Optional.empty()));
    }
}
