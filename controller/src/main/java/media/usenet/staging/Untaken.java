package media.usenet.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.sqlite.SqliteFile;

/// What a recipe leaves in a folder: caches, posters, logs. It outlives a restore, since no backup could bring
/// it back.
public final class Untaken {

    private final Path root;
    private final Recipe.Matching recipe;
    private final List<Path> untaken = new ArrayList<>();

    private Untaken(Path root, Recipe recipe) {
        this.root = root;
        this.recipe = recipe.matching();
    }

    /// The largest subtrees of which nothing is taken, relative to the root.
    ///
    /// @throws IOException when a folder cannot be read: what is in it is then not known
    public static List<Path> below(Path root, Recipe recipe) throws IOException {
        var untaken = new Untaken(root, recipe);
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            untaken.folder(root);
        }
        return List.copyOf(untaken.untaken);
    }

    private void folder(Path folder) throws IOException {
        try (var children = Files.newDirectoryStream(folder)) {
            for (var child : children) {
                child(child, root.relativize(child));
            }
        }
    }

    private void child(Path child, Path relative) throws IOException {
        if (takes(companionOf(relative))) {
            // The log of a database that is restored: with the new one it would destroy it.
            return;
        }
        if (recipe.excludes(relative) || !recipe.mayTakeBelow(relative)) {
            untaken.add(relative);
        } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            folder(child);
        } else if (!recipe.takes(relative)) {
            untaken.add(relative);
        }
    }

    private boolean takes(Path file) {
        return !recipe.excludes(file) && recipe.takes(file) && !Files.isDirectory(root.resolve(file));
    }

    private static Path companionOf(Path relative) {
        return relative.resolveSibling(SqliteFile.owner(relative.getFileName().toString()));
    }
}
