package media.usenet.fetch;

import java.util.Optional;

/// One thing in an archive from outside, as its header has it. To be judged before anything of it is written.
///
/// @param mode the bits of permission
/// @param uid the owner it asks for
public record ArchiveEntry(String name, Type type, int mode, long uid, long bytes) {

    public enum Type {
        FILE,
        FOLDER,
        LINK,
        HARD_LINK,
        OTHER
    }

    /// How many one archive may hold.
    public static final int MOST = 100_000;

    private static final int SET_ID_OR_STICKY = 07000;
    private static final int LONGEST = 4096;

    /// Why it may not be unpacked; empty when it may.
    public Optional<String> flaw() {
        if (type != Type.FILE && type != Type.FOLDER) {
            return Optional.of("it is no plain file and no folder");
        }
        if ((mode & SET_ID_OR_STICKY) != 0) {
            return Optional.of("it would run as another user");
        }
        if (uid == 0) {
            return Optional.of("it asks to belong to root");
        }
        if (bytes < 0 || name.length() > LONGEST) {
            return Optional.of("its header is damaged");
        }
        var path = type == Type.FOLDER && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (var part : path.split("/", -1)) {
            var flaw = FileNames.flaw(part);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }
}
