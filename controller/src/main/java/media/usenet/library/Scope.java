package media.usenet.library;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much of a root is looked at.
///
/// @param starts the folders to begin with
/// @param deep whether the folders within these are looked at too
/// @param only the one file that is meant; null for all
record Scope(
        Root root,
        List<Path> starts,
        boolean deep,
        @Nullable Place only) {

    static Scope all(Root root) {
        return new Scope(root, root.folders(), true, null);
    }

    static Scope folder(Root root, Path folder, boolean deep) {
        return new Scope(root, List.of(folder), deep, null);
    }

    static Scope file(Root root, Path file) {
        var folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a file lies in a folder: " + file);
        }
        return new Scope(root, List.of(folder), false, Place.of(root.path().relativize(file)));
    }

    /// The file or folder that is meant, from the machine's root.
    Path told() {
        return only == null ? starts.getFirst() : root.path().resolve(only.path());
    }

    boolean whole() {
        return deep && starts.equals(root.folders());
    }

    /// Whether the entries of that folder, where it was not met, are missing.
    boolean covers(Path folder) {
        return deep && starts.stream().anyMatch(folder::startsWith);
    }

    boolean means(String placeHash) {
        return only == null || only.hash().equals(placeHash);
    }

    /// Which entries of the slot are meant, as a condition with the parameter `place`.
    String condition() {
        if (only != null) {
            return "place = :place";
        }
        return deep ? "substr(path, 1, length(:place)) = :place" : "folder = :place";
    }

    /// The parameter of [#condition].
    String place() {
        if (only != null) {
            return only.hash();
        }
        if (whole()) {
            return "";
        }
        var start = root.path().relativize(starts.getFirst()).toString();
        return deep ? start.isEmpty() ? "" : start + "/" : Place.hash(start);
    }
}
