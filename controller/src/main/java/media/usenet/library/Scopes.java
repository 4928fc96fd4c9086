package media.usenet.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// From what is asked to be scanned to the roots and folders that are meant.
final class Scopes {

    private final Roots roots;

    Scopes(Roots roots) {
        this.roots = roots;
    }

    /// @throws ProblemException `SLOT_NOT_FOUND`, `DRIVE_NOT_ONLINE`, `OUTSIDE_LIBRARY`, `MEDIA_NOT_FOUND`
    List<Scope> of(ScanRequest request) {
        if (request.everything()) {
            return everything();
        }
        var scopes = new ArrayList<Scope>();
        request.slotNames().forEach(slot -> scopes.add(Scope.all(requireOnline(slot(slot)))));
        request.pathNames().forEach(path -> scopes.add(path(Path.of(path))));
        return scopes;
    }

    private List<Scope> everything() {
        var scopes = roots.all().stream().filter(Root::online).map(Scope::all).toList();
        if (scopes.isEmpty()) {
            throw new ProblemException(
                    Problem.MEDIA_NOT_FOUND,
                    "no drive and no folder of the library is there",
                    "add a drive: usenet storage add; or name folders: library.folders in controller.env");
        }
        return scopes;
    }

    private Root slot(String slot) {
        return roots.find(slot)
                .orElseThrow(() -> new ProblemException(
                        Problem.SLOT_NOT_FOUND,
                        "no slot and no folder of the library is called '%s'".formatted(slot),
                        "take one of those that are there: usenet storage list"));
    }

    private Scope path(Path path) {
        var file = Roots.real(path);
        var root = roots.of(file)
                .filter(found ->
                        file.equals(found.path()) || found.folders().stream().anyMatch(file::startsWith))
                .orElseThrow(() -> new ProblemException(
                        Problem.OUTSIDE_LIBRARY,
                        "%s is not in the library".formatted(path),
                        "name a file or folder below media or downloads of a slot, or below library.folders"));
        requireOnline(root);
        if (file.equals(root.path())) {
            return Scope.all(root);
        }
        return Files.isDirectory(file) || root.folders().contains(file)
                ? Scope.folder(root, file, true)
                : Scope.file(root, file);
    }

    private static Root requireOnline(Root root) {
        if (!root.online()) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_ONLINE,
                    "%s is not there".formatted(root.path()),
                    root.drive() ? "usenet storage status" : "mount it, or correct library.folders");
        }
        return root;
    }
}
