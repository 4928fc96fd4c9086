package media.usenet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import org.jspecify.annotations.Nullable;

/// One entry that was found harmless: compared with what was promised of it, and written where it is wanted.
///
/// @param target null where it is only compared
record Unpacking(EntryFacts facts, @Nullable Path target) {

    /// @return how it differs from what the manifest says of it
    Optional<String> run(InputStream content, Optional<Entry> promised) throws IOException {
        var differs = promised.flatMap(this::differs);
        if (differs.isPresent()) {
            return differs;
        }
        return switch (facts.type()) {
            case FOLDER -> folder();
            case LINK -> link();
            case FILE -> file(content, promised);
            case HARD_LINK, OTHER -> Optional.of("is no file");
        };
    }

    private Optional<String> differs(Entry entry) {
        var kind = switch (facts.type()) {
            case FOLDER -> Kind.FOLDER;
            case LINK -> Kind.LINK;
            case FILE, HARD_LINK, OTHER -> Kind.FILE;
        };
        boolean same = kind == entry.kind()
                && (kind != Kind.FILE || facts.size() == entry.size())
                && Objects.equals(facts.target(), entry.target())
                && facts.mode() == entry.mode()
                && facts.uid() == entry.uid()
                && facts.gid() == entry.gid();
        return same ? Optional.empty() : Optional.of("is not what its manifest says: kind, size, owner or mode differ");
    }

    private Optional<String> folder() throws IOException {
        if (target != null) {
            Files.createDirectories(target);
        }
        return Optional.empty();
    }

    private Optional<String> link() throws IOException {
        if (target != null) {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.createSymbolicLink(target, Path.of(Objects.requireNonNull(facts.target())));
        }
        return Optional.empty();
    }

    private Optional<String> file(InputStream content, Optional<Entry> promised) throws IOException {
        try (var to = output()) {
            var copied = Hashing.copy(content, to, facts.size());
            if (copied.size() != facts.size()) {
                return Optional.of("has %d bytes instead of %d".formatted(copied.size(), facts.size()));
            }
            return promised.map(Entry::sha256)
                    .filter(expected -> !expected.equals(copied.sha256()))
                    .map(expected -> "has SHA-256 %s instead of %s".formatted(copied.sha256(), expected));
        }
    }

    private OutputStream output() throws IOException {
        if (target == null) {
            return OutputStream.nullOutputStream();
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        return Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
    }
}
