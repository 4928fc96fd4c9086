package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Makes the folders that a slot's roles ask for. What is there already is the user's, and stays as it is.
final class RoleFolders {

    private final StackOwner owner;

    RoleFolders(StackOwner owner) {
        this.owner = owner;
    }

    void make(Path root, Set<Role> roles) throws IOException {
        for (var role : roles) {
            for (var folder : role.folders()) {
                make(root, Path.of(folder));
            }
        }
    }

    private void make(Path root, Path folder) throws IOException {
        var level = root;
        for (var name : folder) {
            level = level.resolve(name);
            if (!Files.exists(level)) {
                Files.createDirectory(level);
                owner.give(level);
            }
        }
    }
}
