package media.usenet.vault;

import java.nio.file.Path;
import java.util.Optional;
import media.usenet.host.HostProcessRunner;
import media.usenet.staging.StagedManifest;
import media.usenet.vault.Destination.Engine;

/// A program that makes one backup as the controller does: staged, stored, read back.
public final class CreateVictim {

    private CreateVictim() {}

    /// @param args folder, engine, and what the backup is called
    public static void main(String[] args) {
        var folder = Path.of(args[0]);
        create(new Tree(folder), vault(folder, Engine.valueOf(args[1])), args[2]);
    }

    static void create(Tree tree, Vault vault, String id) {
        var staged = tree.stage((_, _) -> {});
        var stored = vault.store(StagedManifest.of(staged, id), staged.tree(), _ -> {});
        var flaws = vault.check(stored, null, _ -> {});
        if (!flaws.isEmpty()) {
            throw new IllegalStateException(flaws.toString());
        }
    }

    static Vault vault(Path folder, Engine engine) {
        return vault(folder, engine, new HostProcessRunner());
    }

    static Vault vault(Path folder, Engine engine, media.usenet.host.ProcessRunner programs) {
        return new Destinations(programs, folder.resolve("settings"), folder.resolve("state"))
                .open(new Destination(
                        "local",
                        engine,
                        folder.resolve("place").toString(),
                        false,
                        folder.resolve("settings/key"),
                        Optional.empty()));
    }
}
