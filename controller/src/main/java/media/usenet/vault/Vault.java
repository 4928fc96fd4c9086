package media.usenet.vault;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import media.usenet.archive.Manifest;
import media.usenet.problem.Flaw;
import media.usenet.problem.ProblemException;

/// One destination, opened. Every method may take as long as the destination does, and throws [ProblemException]
/// `DESTINATION_FAILED`, `BACKUP_LOCKED` or `BACKUP_DAMAGED`.
public sealed interface Vault permits ArchiveVault, ResticVault {

    Destination destination();

    /// Newest first. What lies there and is no backup is passed over.
    List<Stored> list();

    /// Stores a tree that stands still. It is there whole, or not at all.
    Stored store(Manifest manifest, Path tree, LongConsumer onBytes);

    /// @throws ProblemException `BACKUP_DAMAGED` where there is none
    Manifest manifest(Stored stored);

    /// Reads back what was stored and compares it with its manifest.
    ///
    /// @param changed the paths that are new since an earlier backup of this destination was read back; what
    ///     shares its bytes with that one need not be read again. Null reads everything
    /// @return what is not as it should be; empty when all is
    List<Flaw> check(Stored stored, @org.jspecify.annotations.Nullable Set<String> changed, LongConsumer onBytes);

    /// Unpacks what is wanted into an empty folder.
    void fetch(Stored stored, Predicate<String> wanted, Path folder, LongConsumer onBytes);

    void remove(Collection<Stored> stored);
}
