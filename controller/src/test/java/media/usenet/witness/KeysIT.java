package media.usenet.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysIT {

    @TempDir
    private Path folder;

    /// The table as Jellyfin 10.11 makes it.
    @Test
    void the_key_of_jellyfin_is_read_from_its_database() throws Exception {
        var file = folder.resolve("jellyfin.db");
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = database.createStatement()) {
            statement.execute("CREATE TABLE ApiKeys (Id INTEGER PRIMARY KEY, DateCreated TEXT, DateLastActivity TEXT,"
                    + " Name TEXT, AccessToken TEXT)");
            assertThat(Keys.ofDatabase(file)).isEmpty();
            statement.execute("INSERT INTO ApiKeys VALUES (1, '', '', 'usenet', 'f00')");
            assertThat(Keys.ofDatabase(file)).hasValue("f00");
        }
    }

    @Test
    void the_token_of_plex_is_read_from_its_preferences() throws Exception {
        var file = folder.resolve("Preferences.xml");
        Files.writeString(
                file, "<Preferences MachineIdentifier=\"1\" PlexOnlineToken=\"t0k-en\" PlexOnlineHome=\"1\"/>");
        assertThat(Keys.ofPreferences(file)).hasValue("t0k-en");
        Files.writeString(file, "<Preferences MachineIdentifier=\"1\"/>");
        assertThat(Keys.ofPreferences(file)).isEmpty();
    }
}
