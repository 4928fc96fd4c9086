package media.usenet.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import media.usenet.fetch.FileKind;

/// Decides whether an upload is what it says, and harmless as far as that can be told.
final class Judge {

    private static final int HEAD = 64 << 10;

    private final Set<String> blockedExtensions;
    private final Optional<ClamAv> scanner;

    Judge(Set<String> blockedExtensions, Optional<ClamAv> scanner) {
        this.blockedExtensions = blockedExtensions;
        this.scanner = scanner;
    }

    /// Why a file of this name need not be sent at all.
    Optional<String> flawOfName(String name) {
        var extension = extension(name);
        if (blockedExtensions.contains(extension)) {
            return Optional.of("files that end in .%s are not taken".formatted(extension));
        }
        return extension.isEmpty() || Arrays.stream(FileKind.values()).anyMatch(kind -> kind.mayBeCalled(extension))
                ? Optional.empty()
                : Optional.of(".%s is the ending of no video, sound, picture or subtitle".formatted(extension));
    }

    Verdict judge(String name, Path file) {
        var head = head(file);
        var flaw = flawOfName(name)
                .or(() -> extension(name).isEmpty() ? FileKind.flaw(head) : FileKind.flaw(name, head))
                .or(() -> scanner.flatMap(scanning -> scanning.infection(file)));
        return flaw.isPresent()
                ? new Verdict(null, flaw.get())
                : new Verdict(FileKind.of(head).orElseThrow(), null);
    }

    private static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static byte[] head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
