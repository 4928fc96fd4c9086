package media.usenet.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import media.usenet.sqlite.Writer;
import media.usenet.staging.Counting;
import media.usenet.staging.Holding;
import media.usenet.staging.Recipe;
import media.usenet.staging.Source;
import media.usenet.staging.Stage;
import media.usenet.staging.Staged;
import media.usenet.staging.StagedManifest;

/// One application's configuration, with all that a backup of it is made of.
public final class Tree {

    private final Path folder;

    public Tree(Path folder) {
        this.folder = folder;
    }

    public Path app() {
        return folder.resolve("apps/sonarr");
    }

    public Tree prepare() throws IOException, SQLException {
        Files.createDirectories(app().resolve("plugins/deep"));
        Files.writeString(app().resolve("plugins/deep/a*b[1].txt"), "a name with signs\n");
        Files.createSymbolicLink(app().resolve("link.xml"), Path.of("config.xml"));
        write("then");
        Writer.make(app().resolve("sonarr.db"));
        return this;
    }

    public void write(String when) throws IOException {
        Files.writeString(app().resolve("config.xml"), when);
        Files.writeString(app().resolve("plugins/b.txt"), when);
    }

    public Staged stage(Counting counting) {
        var source = new Source("apps/sonarr", "sonarr", app(), Recipe.of(List.of("."), List.of()));
        return new Stage(folder.resolve("stage"), Holding.NONE).take(List.of(source), counting);
    }

    public Stored store(Vault vault, String id) {
        var staged = stage((_, _) -> {});
        return vault.store(StagedManifest.of(staged, id), staged.tree(), _ -> {});
    }
}
