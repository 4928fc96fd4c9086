package media.usenet.vault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.Kind;
import media.usenet.problem.Flaw;
import media.usenet.restic.Restic.Added;

/// What this program has stored itself a moment ago: asked of the repository again, each would cost another start of
/// restic.
///
/// @param text of the manifest, as it was stored
record JustStored(Manifest manifest, String text, Added added) {

    /// Whether the snapshot has as many files and bytes as were to be stored.
    boolean complete() {
        var files = manifest.entries().stream()
                .filter(entry -> entry.kind() != Kind.FOLDER)
                .count();
        var bytes = manifest.bytes() + text.getBytes(StandardCharsets.UTF_8).length;
        return added.files() == files + 1 && added.fileBytes() == bytes;
    }

    /// @param back the text of the manifest as it comes back; read as JSON it would be the longest part of a run in
    ///     which nothing changed
    List<Flaw> compare(String back) {
        return back.strip().equals(text.strip())
                ? List.of()
                : List.of(new Flaw(Manifest.NAME, "damaged", "is not what was stored"));
    }
}
