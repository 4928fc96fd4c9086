package media.usenet.sandbox;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// The folder that a program may write to: given to the program's user before it runs, distrusted after.
final class WorkFolder {

    private final Path folder;

    WorkFolder(Path folder) {
        this.folder = folder;
    }

    /// Gives the folder and what is in it to the user. A file that has other names outside stays whose it is.
    ///
    /// @return the user that owns it then: another one where the file system keeps no owners
    CellUser giveTo(CellUser user) {
        try {
            give(folder, user);
            Files.walkFileTree(folder, new Giving(user));
            return user;
        } catch (FileSystemException e) {
            return ownerWhereFixed(e);
        } catch (IOException e) {
            throw notGiven(e);
        }
    }

    private CellUser ownerWhereFixed(FileSystemException e) {
        var work = FileFacts.of(folder);
        if (work.uid() == 0) {
            throw notGiven(e);
        }
        return CellUser.ownerOf(work);
    }

    private ProblemException notGiven(IOException e) {
        return new ProblemException(
                Problem.FILE_NOT_WRITTEN,
                "cannot give %s to a user without privileges: %s".formatted(folder, e.getMessage()),
                "mount its file system with the option uid= of the user that owns your media",
                e);
    }

    private static void give(Path path, CellUser user) throws IOException {
        Files.setAttribute(path, "unix:uid", user.uid(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", user.gid(), LinkOption.NOFOLLOW_LINKS);
    }

    private static final class Giving extends SimpleFileVisitor<Path> {

        private final CellUser user;

        Giving(CellUser user) {
            this.user = user;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
            give(path, user);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (FileFacts.ofItself(file).links() == 1) {
                give(file, user);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /// A plain file, or a folder of nothing but plain files and folders, reached through no link.
    Path made(Path made) {
        var path = folder.resolve(made).normalize();
        var name = made.startsWith(folder) ? folder.relativize(made).toString() : made.toString();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw refused(name, "leads out of the work folder");
        }
        try {
            for (var parent = path.getParent(); parent != null && !parent.equals(folder); parent = parent.getParent()) {
                mustBePlain(name, parent, FileFacts.ofItself(parent));
            }
            try (var all = Files.walk(path)) {
                for (var each : (Iterable<Path>) all::iterator) {
                    mustBePlain(name, each, FileFacts.ofItself(each));
                }
            }
            return path;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.OUTPUT_REFUSED, "%s was not made".formatted(name), "read the program's log", e);
        }
    }

    private static void mustBePlain(String name, Path path, FileFacts facts) {
        if (facts.link()) {
            throw refused(name, "is reached through a link, which may lead anywhere: " + path);
        }
        if (!facts.folder() && !(facts.file() && facts.links() == 1)) {
            throw refused(name, "is no plain file with one name: " + path);
        }
    }

    private static ProblemException refused(String name, String because) {
        return new ProblemException(
                Problem.OUTPUT_REFUSED,
                "%s %s".formatted(name, because),
                "the input is likely an attack on the program that read it: delete it");
    }
}
