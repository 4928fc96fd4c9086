package media.usenet.archive;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;

/// What an archive says of one entry, before anything of it is believed.
///
/// @param target of a link, symbolic or hard; null for what is none
/// @param mode all twelve permission bits
/// @param modified milliseconds since 1970
public record EntryFacts(
        String name, Type type, @Nullable String target, long size, int mode, long uid, long gid, long modified) {

    private static final int PERMISSIONS = 0_7777;
    /// What plain files are marked with; to the library, all is one that it does not know.
    private static final String PLAIN = "\0" + "0";

    public enum Type {
        FILE,
        FOLDER,
        LINK,
        HARD_LINK,
        /// A device, a pipe, a sparse file, or what this program has not heard of.
        OTHER
    }

    /// The name without the slash that ends a folder's.
    String path() {
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    static EntryFacts of(TarArchiveEntry entry) {
        return new EntryFacts(
                plain(entry.getName()),
                type(entry),
                entry.getLinkName().isEmpty() ? null : entry.getLinkName(),
                entry.getSize(),
                entry.getMode() & PERMISSIONS,
                entry.getLongUserId(),
                entry.getLongGroupId(),
                entry.getLastModifiedTime().toMillis());
    }

    /// As `tar` writes the names of a folder that it was told to pack as `.`.
    private static String plain(String name) {
        var plain = name;
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        return plain;
    }

    private static Type type(TarArchiveEntry entry) {
        if (entry.isSymbolicLink()) {
            return Type.LINK;
        }
        if (entry.isLink()) {
            return Type.HARD_LINK;
        }
        if (entry.isDirectory()) {
            return Type.FOLDER;
        }
        return PLAIN.indexOf(entry.getLinkFlag()) >= 0 && !entry.isSparse() ? Type.FILE : Type.OTHER;
    }
}
