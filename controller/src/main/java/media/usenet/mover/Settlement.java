package media.usenet.mover;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import media.usenet.linux.FileLease.Against;
import media.usenet.linux.HeldFolder;
import media.usenet.mover.Journal.Open;
import media.usenet.mover.Journal.State;

/// Completes or undoes a move that was broken off, from what the journal says and what is on the drives. Deletes
/// nothing
/// that is not whole elsewhere. Can itself be broken off and begun anew.
final class Settlement {

    private final Journal journal;
    private final Drive from;
    private final Drive to;

    Settlement(Journal journal, Drive from, Drive to) {
        this.journal = journal;
        this.from = from;
        this.to = to;
    }

    /// @return what is now on both drives, because it was changed meanwhile
    List<LeftBehind> settle(Open open) throws IOException {
        return switch (open.state()) {
            case BEGUN, COPIED -> undo(open);
            case PLACED -> finish(open);
            case DONE, UNDONE, GIVEN_UP -> List.of();
        };
    }

    /// Takes the copy back. Where the source was written to meanwhile, the copy is an old state of it, and goes
    /// too.
    List<LeftBehind> undo(Open open) throws IOException {
        var left = new ArrayList<LeftBehind>();
        var file = open.move().file();
        if (open.hash() != null) {
            for (var name : file.names()) {
                if (isCopy(to, name, open.hash())) {
                    if (source(name)
                            .filter(mark -> mark.is(file) || mark.isNewerThan(file))
                            .isPresent()) {
                        Names.delete(to, name);
                    } else {
                        left.add(new LeftBehind(to.name(), name, "its source was changed or went while it was moved"));
                    }
                }
            }
        }
        dropPart(open.id());
        journal.now(open.id(), State.UNDONE);
        return left;
    }

    private List<LeftBehind> finish(Open open) throws IOException {
        var file = open.move().file();
        var hash = String.valueOf(open.hash());
        for (var name : file.names()) {
            if (!isCopy(to, name, hash) || isWritten(file, name)) {
                return undo(open);
            }
        }
        var left = new ArrayList<LeftBehind>();
        for (var name : file.names()) {
            var source = source(name);
            if (source.filter(mark -> mark.is(file)).isPresent()) {
                Names.delete(from, name);
            } else if (source.isPresent()) {
                left.add(new LeftBehind(from.name(), name, "it was changed while it was moved: both are kept"));
            }
        }
        dropPart(open.id());
        journal.now(open.id(), State.DONE);
        return left;
    }

    private boolean isWritten(LibraryFile file, String name) throws IOException {
        return !file.symbolicLink() && exists(from, name) && InUse.by(Against.WRITERS, from, name);
    }

    private Optional<Mark> source(String name) throws IOException {
        return from.get(root -> {
            try {
                return Optional.of(Mark.of(root.path().resolve(name)));
            } catch (NoSuchFileException _) {
                return Optional.empty();
            }
        });
    }

    private static boolean isCopy(Drive drive, String name, String hash) throws IOException {
        return exists(drive, name)
                && drive.get(root -> FileContent.hash(root.path().resolve(name)))
                        .equals(hash);
    }

    private static boolean exists(Drive drive, String name) throws IOException {
        return drive.get(root -> Files.exists(root.path().resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    private void dropPart(String id) throws IOException {
        to.run(root -> {
            Files.deleteIfExists(root.path().resolve(Names.part(id)));
            dropEmpty(root, Names.parts(id));
        });
    }

    /// The folder of a job, and that of all jobs, when nothing is in them any more.
    static void dropEmpty(HeldFolder root, Path parts) throws IOException {
        try {
            Files.deleteIfExists(root.path().resolve(parts));
            Files.deleteIfExists(root.path().resolve(Names.PARTS));
        } catch (DirectoryNotEmptyException _) {
            // Another move of the job is under way.
        }
    }
}
