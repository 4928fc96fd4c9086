package media.usenet.archive;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which entries of an archive may become files. One archive is judged entry by entry, in its order.
///
/// An archive is bytes that someone may have made by hand: an entry that would leave the folder, or become what
/// no application keeps as configuration, is refused by its kind, not by a list of known tricks.
public final class EntryRules {

    private static final int SET_USER = 0_4000;
    private static final int SET_GROUP = 0_2000;

    private final Limits limits;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> folded = new HashSet<>();
    private final Set<String> links = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> parents = new HashSet<>();
    private long entries;
    private long bytes;

    public EntryRules(Limits limits) {
        this.limits = limits;
    }

    /// What an archive may grow to when it is unpacked.
    public record Limits(long entries, long bytes, long fileBytes) {

        private static final int MOST_ENTRIES = 200_000;
        private static final long MOST_BYTES = 20L << 30;
        private static final long ALWAYS_BYTES = 512L << 20;
        /// Text of one kind may shrink to a hundredth; what shrinks further was made to.
        private static final int BLOWN_UP = 300;

        /// For an archive that no manifest tells of.
        ///
        /// @param fileSize of the archive, compressed
        public static Limits unknown(long fileSize) {
            long bytes = Math.clamp(Math.min(fileSize, MOST_BYTES) * BLOWN_UP, ALWAYS_BYTES, MOST_BYTES);
            return new Limits(MOST_ENTRIES, bytes, bytes);
        }

        public static Limits of(Manifest manifest) {
            long largest = manifest.entries().stream()
                    .mapToLong(Manifest.Entry::size)
                    .max()
                    .orElse(0);
            // The manifest is an entry too, and is as long as it is.
            return new Limits(manifest.entries().size() + 1L, manifest.bytes() + (1L << 30), largest + (1L << 30));
        }
    }

    /// Why this entry is refused; empty for one that may become a file.
    public Optional<String> refusal(EntryFacts entry) {
        entries++;
        bytes += Math.max(0, entry.size());
        return tooMuch(entry)
                .or(() -> EntryNames.name(entry.name()))
                .or(() -> kind(entry))
                .or(() -> metadata(entry))
                .or(() -> place(entry));
    }

    /// Whether so much was seen that reading on is what the archive was made for.
    public boolean exhausted() {
        return entries > limits.entries() || bytes > limits.bytes();
    }

    private Optional<String> tooMuch(EntryFacts entry) {
        if (entries > limits.entries()) {
            return Optional.of("is one of more than %d entries".formatted(limits.entries()));
        }
        if (entry.size() < 0 || entry.size() > limits.fileBytes() || bytes > limits.bytes()) {
            return Optional.of("grows to more than it may: %d bytes".formatted(entry.size()));
        }
        return Optional.empty();
    }

    private static Optional<String> kind(EntryFacts entry) {
        return switch (entry.type()) {
            case FILE, FOLDER -> Optional.empty();
            case LINK -> EntryNames.link(entry.name(), entry.target());
            case HARD_LINK -> Optional.of("is a hard link, which a backup never has");
            case OTHER -> Optional.of("is a device, a pipe or something else that is no file");
        };
    }

    private static Optional<String> metadata(EntryFacts entry) {
        if ((entry.mode() & SET_USER) != 0
                || ((entry.mode() & SET_GROUP) != 0 && entry.type() == EntryFacts.Type.FILE)) {
            return Optional.of("runs as another user (mode %04o)".formatted(entry.mode()));
        }
        if (entry.modified() <= 0) {
            return Optional.of("was never written at any time: its clock stands at 1970");
        }
        return entry.uid() < 0 || entry.gid() < 0 ? Optional.of("has an owner that no system has") : Optional.empty();
    }

    private Optional<String> place(EntryFacts entry) {
        var path = entry.path();
        if (!seen.add(path)) {
            return Optional.of("is there twice");
        }
        if (!folded.add(Normalizer.normalize(path, Normalizer.Form.NFC))) {
            return Optional.of("is there twice, written in two ways");
        }
        if (above(path, links::contains)) {
            return Optional.of("lies behind a link");
        }
        if (above(path, files::contains)) {
            return Optional.of("lies below what is a file");
        }
        if (entry.type() != EntryFacts.Type.FOLDER && parents.contains(path)) {
            return Optional.of("takes the place of a folder");
        }
        if (entry.type() == EntryFacts.Type.LINK) {
            links.add(path);
        } else if (entry.type() != EntryFacts.Type.FOLDER) {
            files.add(path);
        }
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            parents.add(path.substring(0, at));
        }
        return Optional.empty();
    }

    private static boolean above(String path, Predicate<String> holds) {
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            if (holds.test(path.substring(0, at))) {
                return true;
            }
        }
        return false;
    }
}
