package media.usenet.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import media.usenet.archive.Manifest.Entry;
import media.usenet.health.Finding;
import media.usenet.sqlite.SqliteFacts;
import media.usenet.sqlite.Writer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {

    private static final Recipe SONARR = new Recipe(
            List.of("config.xml", "sonarr.db", "*.json", "asp"),
            List.of("logs", "logs.db*", "MediaCover", "*.pid"),
            List.of(),
            List.of("sonarr.db"),
            10_000_000);

    @TempDir
    private Path folder;

    private Path app;

    @BeforeEach
    void anApplicationHasRun() throws IOException, SQLException {
        app = Files.createDirectories(folder.resolve("apps/sonarr"));
        Files.writeString(app.resolve("config.xml"), "<Config/>");
        Files.writeString(app.resolve("sonarr.pid"), "17");
        Files.createDirectories(app.resolve("asp/keys"));
        Files.writeString(app.resolve("asp/keys/key.xml"), "k");
        Files.createDirectories(app.resolve("MediaCover/1"));
        Files.writeString(app.resolve("MediaCover/1/poster.jpg"), "jpg");
        Files.createDirectories(app.resolve("logs"));
        Files.writeString(app.resolve("logs/sonarr.txt"), "log");
        Files.writeString(app.resolve("logs.db"), "log");
        Writer.make(app.resolve("sonarr.db"));
    }

    @Test
    void aRecipeTakesItsConfigurationAndNothingElse() {
        assertThat(paths(take(SONARR)))
                .containsExactly(
                        "apps/sonarr",
                        "apps/sonarr/asp",
                        "apps/sonarr/asp/keys",
                        "apps/sonarr/asp/keys/key.xml",
                        "apps/sonarr/config.xml",
                        "apps/sonarr/sonarr.db");
    }

    @Test
    void everythingMayBeTakenButWhatIsExcluded() {
        var all = Recipe.of(List.of("."), List.of("logs", "logs.db*", "MediaCover/"));
        assertThat(paths(take(all))).contains("apps/sonarr/sonarr.pid").noneMatch(path -> path.contains("logs"));
    }

    @Test
    void whatIsUnchangedIsNotCopiedAgain() throws Exception {
        assertThat(take(SONARR).copied()).hasSize(3);
        var again = take(SONARR);
        assertThat(again.copied()).isEmpty();
        assertThat(paths(again)).hasSize(6);
        assertThat(again.databases()).hasSize(1);

        Files.writeString(app.resolve("config.xml"), "<Config>2</Config>");
        assertThat(take(SONARR).copied()).hasSize(1);
    }

    @Test
    void aWriteToALogAloneIsNoticed() throws Exception {
        try (var writer = Writer.on(folder.resolve("apps/sonarr/second.db"))) {
            var recipe = Recipe.of(List.of("second.db"), List.of());
            take(recipe);
            long before = writer.transactions();
            while (writer.transactions() < before + 3) {
                Thread.onSpinWait();
            }
            assertThat(take(recipe).copied()).hasSize(1);
        }
    }

    @Test
    void aDatabaseThatIsWrittenIsStagedWhole() throws Exception {
        try (var writer = Writer.on(app.resolve("busy.db"))) {
            for (int run = 0; run < 5; run++) {
                var staged = take(Recipe.of(List.of("*.db"), List.of("logs.db")));
                var copy = staged.tree().resolve("apps/sonarr/busy.db");
                assertThat(SqliteFacts.of(copy).sound()).isTrue();
                assertThat(Writer.isWhole(copy)).isTrue();
                assertThat(staged.held()).isEmpty();
                assertThat(paths(staged)).noneMatch(path -> path.endsWith("-wal"));
            }
            assertThat(writer.transactions()).isPositive();
        }
    }

    @Test
    void aCopyThatSomebodyChangedIsMadeAnew() throws Exception {
        var staged = take(SONARR);
        Files.writeString(staged.tree().resolve("apps/sonarr/config.xml"), "<Evil/>>>");
        assertThat(take(SONARR).copied()).hasSize(1);
        assertThat(staged.tree().resolve("apps/sonarr/config.xml")).hasContent("<Config/>");
    }

    @Test
    void whatIsGoneLeavesTheStage() throws Exception {
        var staged = take(SONARR);
        Files.delete(app.resolve("asp/keys/key.xml"));
        Files.delete(app.resolve("asp/keys"));
        Files.writeString(app.resolve("asp/keys"), "now a file");
        take(SONARR);
        assertThat(staged.tree().resolve("apps/sonarr/asp/keys")).hasContent("now a file");
    }

    @Test
    void nothingIsLeftOutInSilence() throws Exception {
        Files.createSymbolicLink(app.resolve("out.json"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(app.resolve("in.json"), Path.of("config.xml"));
        Files.write(app.resolve("large.json"), new byte[10_000_001]);
        Files.writeString(app.resolve("odd\u0007.json"), "x");
        Files.delete(app.resolve("sonarr.db"));
        assertThat(codes(take(SONARR)))
                .containsExactlyInAnyOrder(
                        "BACKUP_LINK_LEAVES", "BACKUP_FILE_TOO_LARGE", "BACKUP_NAME_REFUSED", "BACKUP_DATABASE_ABSENT");
        assertThat(paths(take(SONARR))).contains("apps/sonarr/in.json");
    }

    @Test
    void aDamagedDatabaseIsTakenAndTold() throws Exception {
        var bytes = Files.readAllBytes(app.resolve("sonarr.db"));
        java.util.Arrays.fill(bytes, 8_192, 60_000, (byte) 0x41);
        Files.write(app.resolve("sonarr.db"), bytes);
        assertThat(codes(take(SONARR))).containsExactly("BACKUP_DATABASE_UNSOUND");
        assertThat(codes(take(SONARR))).containsExactly("BACKUP_DATABASE_UNSOUND");
    }

    @Test
    void whatIsNoSqliteIsCopiedWhileItsServiceIsHeld() throws Exception {
        Files.writeString(app.resolve("portainer.db"), "bolt");
        var recipe = new Recipe(List.of("*.db"), List.of("logs.db"), List.of("portainer.db"), List.of(), 1 << 30);
        assertThat(codes(stage(Holding.NONE).take(List.of(source(recipe)), (_, _) -> {})))
                .containsExactly("BACKUP_NOT_HELD");

        var told = new ArrayList<String>();
        Holding holding = subject -> {
            told.add("hold " + subject);
            return Optional.of(() -> told.add("let go"));
        };
        var staged = stage(holding).take(List.of(source(recipe)), (_, _) -> {});
        assertThat(told).containsExactly("hold sonarr", "let go");
        assertThat(staged.held()).containsOnlyKeys("sonarr");
        assertThat(staged.tree().resolve("apps/sonarr/portainer.db")).hasContent("bolt");
        stage(holding).take(List.of(source(recipe)), (_, _) -> {});
        assertThat(told).hasSize(2);
    }

    @Test
    void aDatabaseThatSqliteRefusesKeepsNothingElseOfItsServiceOut() throws Exception {
        Files.writeString(app.resolve("portainer.db"), "bolt");
        Files.writeString(app.resolve("broken.db"), "SQLite format 3\0" + "x".repeat(5_000));
        var recipe = new Recipe(List.of("*.db"), List.of("logs.db"), List.of("portainer.db"), List.of(), 1 << 30);

        var staged = stage(_ -> Optional.of(() -> {})).take(List.of(source(recipe)), (_, _) -> {});

        assertThat(codes(staged)).containsExactly("BACKUP_FILE_UNREADABLE");
        assertThat(paths(staged)).contains("apps/sonarr/portainer.db", "apps/sonarr/sonarr.db");
        assertThat(folder.resolve("stage/parts")).isEmptyDirectory();
    }

    @Test
    void aPreviewTakesNothing() {
        var preview = Stage.preview(List.of(source(SONARR)));
        assertThat(preview.files()).isEqualTo(3);
        assertThat(preview.bytesBySubject()).containsOnlyKeys("sonarr");
        assertThat(folder.resolve("stage")).doesNotExist();
    }

    private Staged take(Recipe recipe) {
        return stage(Holding.NONE).take(List.of(source(recipe)), (_, _) -> {});
    }

    private Stage stage(Holding holding) {
        return new Stage(folder.resolve("stage"), holding);
    }

    private Source source(Recipe recipe) {
        return new Source("apps/sonarr", "sonarr", app, recipe);
    }

    private static List<String> paths(Staged staged) {
        return staged.entries().stream().map(Entry::path).toList();
    }

    private static List<String> codes(Staged staged) {
        return staged.findings().stream().map(Finding::code).toList();
    }
}
