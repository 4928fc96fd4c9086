package media.usenet.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import media.usenet.catalog.TemplateVariables;
import media.usenet.host.WholeFile;
import media.usenet.plan.StackPlan;
import media.usenet.plan.StackPlan.Folder;
import media.usenet.plan.StackPlan.InitialFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Makes the folders and first files that containers bind, with the right owner from the start. What is already there
/// is
/// the user's: it is left exactly as it is.
final class HostFolders {

    private final boolean root;

    /// @param root whether this process may give files away
    HostFolders(boolean root) {
        this.root = root;
    }

    /// @param secrets the values of the plan's secrets, by name
    void prepare(StackPlan plan, Map<String, String> secrets) {
        plan.folders().forEach(this::make);
        plan.files().forEach(file -> write(file, secrets));
    }

    private void make(Folder folder) {
        make(folder.path(), folder.uid(), folder.gid());
    }

    private void make(Path path, int uid, int gid) {
        var missing = new ArrayList<Path>();
        for (var level = path; level != null && !Files.exists(level); level = level.getParent()) {
            missing.addFirst(level);
        }
        try {
            for (var level : missing) {
                Files.createDirectory(level);
                give(level, uid, gid);
            }
        } catch (IOException e) {
            throw onReadOnly(missing.getFirst()) ? notMounted(path, e) : notMade(path, e);
        }
    }

    private void write(InitialFile file, Map<String, String> secrets) {
        if (Files.exists(file.path())) {
            return;
        }
        make(Objects.requireNonNull(file.path().getParent()), file.uid(), file.gid());
        WholeFile.writePrivate(file.path(), filled(file.text(), secrets));
        try {
            give(file.path(), file.uid(), file.gid());
        } catch (IOException e) {
            throw notMade(file.path(), e);
        }
    }

    /// Nothing but the secrets is replaced: the plan has settled the rest, dollar signs included.
    private static String filled(String text, Map<String, String> secrets) {
        return TemplateVariables.replace(
                text, "$$", reference -> secrets.getOrDefault(reference.name(), reference.written()));
    }

    private void give(Path path, int uid, int gid) throws IOException {
        if (root) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    private static boolean onReadOnly(Path missing) {
        try {
            return Files.getFileStore(Objects.requireNonNull(missing.getParent()))
                    .isReadOnly();
        } catch (IOException _) {
            return false;
        }
    }

    /// In the pool every folder is read-only until a drive is mounted on it.
    private static ProblemException notMounted(Path path, IOException e) {
        return new ProblemException(
                Problem.FILE_NOT_WRITTEN,
                "cannot make %s: nothing that can be written to is mounted there".formatted(path),
                "see which slots have a drive: usenet storage list; then mount or add the one that is missing",
                e);
    }

    private static ProblemException notMade(Path path, IOException e) {
        return new ProblemException(
                Problem.FILE_NOT_WRITTEN,
                "cannot make %s: %s".formatted(path, e),
                "check free space, and the permissions of the folder above it",
                e);
    }
}
