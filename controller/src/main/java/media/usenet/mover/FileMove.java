package media.usenet.mover;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.FileLease.Against;
import media.usenet.mover.Journal.State;

/// Moves one file from drive to drive: copied beside, checked, given its names, and only then deleted at the
/// source. At every moment one whole copy is under its name, and the journal says how far it went.
final class FileMove {

    /// What has been done. The journal follows COPIED with what it says there, PLACED and DELETED likewise.
    enum Point {
        BEGUN,
        COPIED,
        COPY_TOLD,
        FIRST_PLACED,
        PLACED,
        PLACING_TOLD,
        FIRST_DELETED,
        DELETED,
        DONE
    }

    private final Journal journal;
    private final Drive from;
    private final Drive to;
    private final long minFreeBytes;
    private final LongConsumer onBytes;
    private final Consumer<Point> reached;

    FileMove(Journal journal, Drive from, Drive to, long minFreeBytes, LongConsumer onBytes, Consumer<Point> reached) {
        this.journal = journal;
        this.from = from;
        this.to = to;
        this.minFreeBytes = minFreeBytes;
        this.onBytes = onBytes;
        this.reached = reached;
    }

    /// @throws DriveGone and the journal knows what is to be settled when the drive is back
    void run(String id, Move move) throws IOException, Stays {
        var file = move.file();
        var mark = requireMovable(file);
        journal.begin(id, move);
        reached.accept(Point.BEGUN);
        try {
            var hash = copy(id, file);
            requireUnchanged(file, mark);
            journal.copied(id, hash);
            reached.accept(Point.COPY_TOLD);
            place(id, file);
            delete(id, file, mark);
        } catch (DriveGone e) {
            throw e;
        } catch (IOException e) {
            throw new Stays("%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
        }
    }

    private Mark requireMovable(LibraryFile file) throws IOException, Stays {
        var mark = from.get(root -> Mark.of(root.path().resolve(file.name())));
        if (!mark.is(file)) {
            throw new Stays("it changed since the move was planned");
        }
        if (!file.symbolicLink()) {
            requireNot(Against.EVERYONE, file, "it is in use");
        }
        for (var name : file.names()) {
            if (to.get(root -> Files.exists(root.path().resolve(name), LinkOption.NOFOLLOW_LINKS))) {
                throw new Stays("%s has a %s too; neither was touched".formatted(to.name(), name));
            }
        }
        var free = to.get(root -> Files.getFileStore(root.path()).getUsableSpace());
        if (free - file.sizeBytes() < minFreeBytes) {
            throw new Stays("%s has not enough room for it".formatted(to.name()));
        }
        return mark;
    }

    private String copy(String id, LibraryFile file) throws IOException, Stays {
        from.requireThere();
        to.requireThere();
        var part = Names.part(id);
        to.run(root -> Files.createDirectories(root.path().resolve(Names.parts(id))));
        try (var source = from.get(root -> root.beneath(Names.folder(file.name())));
                var folder = to.get(root -> root.beneath(Names.parts(id)))) {
            var hash = new FileCopy(from, to, onBytes)
                    .copy(
                            source.path().resolve(Names.last(file.name())),
                            folder.path().resolve(part.getFileName()));
            reached.accept(Point.COPIED);
            return hash;
        }
    }

    private void place(String id, LibraryFile file) throws IOException, Stays {
        to.requireThere();
        try {
            placeFirst(id, file.name());
            reached.accept(Point.FIRST_PLACED);
            for (var name : file.names().subList(1, file.names().size())) {
                placeLink(file.name(), name);
            }
        } catch (FileAlreadyExistsException | ErrnoException e) {
            throw new Stays("it cannot have its name on %s: %s".formatted(to.name(), e.getMessage()));
        }
        reached.accept(Point.PLACED);
        journal.now(id, State.PLACED);
        reached.accept(Point.PLACING_TOLD);
    }

    private void placeFirst(String id, String name) throws IOException {
        new Folders(from, to).make(Names.folder(name));
        try (var parts = to.get(root -> root.beneath(Names.parts(id)));
                var folder = to.get(root -> root.beneath(Names.folder(name)))) {
            to.run(_ -> parts.rename(Names.last(Names.part(id).toString()), folder, Names.last(name)));
            to.run(_ -> folder.sync());
        }
    }

    private void placeLink(String first, String name) throws IOException {
        new Folders(from, to).make(Names.folder(name));
        try (var folder = to.get(root -> root.beneath(Names.folder(name)))) {
            to.run(root -> Files.createLink(
                    folder.path().resolve(Names.last(name)), root.path().resolve(first)));
            to.run(_ -> folder.sync());
        }
    }

    private void delete(String id, LibraryFile file, Mark mark) throws IOException, Stays {
        from.requireThere();
        to.requireThere();
        if (!file.symbolicLink()) {
            requireNot(Against.WRITERS, file, "it was opened for writing while it was moved");
        }
        requireUnchanged(file, mark);
        for (var name : file.names()) {
            Names.delete(from, name);
            reached.accept(Point.FIRST_DELETED);
        }
        to.run(root -> Settlement.dropEmpty(root, Names.parts(id)));
        reached.accept(Point.DELETED);
        journal.now(id, State.DONE);
        reached.accept(Point.DONE);
    }

    private void requireNot(Against others, LibraryFile file, String otherwise) throws IOException, Stays {
        if (InUse.by(others, from, file.name())) {
            throw new Stays(otherwise);
        }
    }

    private void requireUnchanged(LibraryFile file, Mark mark) throws IOException, Stays {
        if (!from.get(root -> Mark.of(root.path().resolve(file.name()))).equals(mark)) {
            throw new Stays("it was changed while it was moved");
        }
    }
}
