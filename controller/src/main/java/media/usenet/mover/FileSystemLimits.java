package media.usenet.mover;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a file system cannot hold, so that it is said before a copy begins.
///
/// The rules of Microsoft's exFAT and FAT specifications for names, which Linux' drivers of NTFS with
/// `windows_names` keep too; 255 bytes a name everywhere else.
final class FileSystemLimits {

    private static final Pattern RESERVED = Pattern.compile("[\\x00-\\x1f?:*<>|\"\\\\]");
    private static final int LONGEST_NAME = 255;
    private static final long FAT_LARGEST = (4L << 30) - 1;

    private final String type;
    private final boolean windows;
    private final boolean fat;

    FileSystemLimits(String type) {
        this.type = type;
        var name = type.toLowerCase(Locale.ROOT);
        this.fat = name.contains("vfat") || name.contains("exfat") || name.contains("msdos");
        this.windows = fat || name.contains("ntfs");
    }

    /// Whether files keep owner and mode there.
    boolean keepsOwners() {
        return !windows;
    }

    /// @return why it cannot be held; empty when it can
    Optional<String> refusal(LibraryFile file) {
        if (file.symbolicLink() && fat) {
            return Optional.of(type + " has no symbolic links");
        }
        if (file.names().size() > 1 && fat) {
            return Optional.of(type + " has no hard links");
        }
        if (file.sizeBytes() > FAT_LARGEST && type.toLowerCase(Locale.ROOT).contains("vfat")) {
            return Optional.of("it is larger than the 4 GiB that vfat can hold");
        }
        return file.names().stream()
                .flatMap(name -> refusal(Path.of(name)).stream())
                .findFirst();
    }

    private Optional<String> refusal(Path name) {
        for (var part : name) {
            var text = part.toString();
            if (windows && (RESERVED.matcher(text).find() || text.endsWith(".") || text.endsWith(" "))) {
                return Optional.of("%s cannot hold the name '%s'".formatted(type, text));
            }
            var length = windows ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
            if (length > LONGEST_NAME) {
                return Optional.of("%s holds names of %d, not of %d".formatted(type, LONGEST_NAME, length));
            }
        }
        return Optional.empty();
    }
}
