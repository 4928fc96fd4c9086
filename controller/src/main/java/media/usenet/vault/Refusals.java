package media.usenet.vault;

import java.util.Optional;
import media.usenet.archive.EntryNames;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// A repository is trusted no more than a file: whoever has its password can have put anything into it.
final class Refusals {

    private Refusals() {}

    /// @throws ProblemException `BACKUP_UNSAFE` with every entry that may not become a file
    static void require(Stored stored, Manifest manifest) {
        var unsafe = manifest.entries().stream()
                .flatMap(entry -> refusal(entry).map(why -> new Flaw(entry.path(), "refused", why)).stream())
                .toList();
        if (!unsafe.isEmpty()) {
            throw new ProblemException(
                    Problem.BACKUP_UNSAFE,
                    "%s holds %d entries that may not become files; nothing was unpacked"
                            .formatted(stored.id(), unsafe.size()),
                    "do not use it; take another backup: usenet backup list",
                    unsafe);
        }
    }

    private static Optional<String> refusal(Entry entry) {
        return EntryNames.name(entry.path())
                .or(() -> entry.kind() == Kind.LINK ? EntryNames.link(entry.path(), entry.target()) : Optional.empty());
    }
}
