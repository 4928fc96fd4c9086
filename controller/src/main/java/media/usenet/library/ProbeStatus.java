package media.usenet.library;

import java.util.Locale;

/// What became of looking into a file.
public enum ProbeStatus {
    PROBED,
    /// It has no bytes.
    EMPTY,
    /// It changed while it was looked into; it is looked into again when it rests.
    GROWING,
    /// Most of it has never been written: a download that goes on, or that was given up.
    SPARSE,
    /// It is played with a key alone.
    ENCRYPTED,
    /// It ends before its container says that it does.
    TRUNCATED,
    /// FFprobe finds no media in it.
    BROKEN,
    /// FFprobe came to no end.
    TIMED_OUT,
    /// It could not be opened.
    UNREADABLE,
    /// It was found and not looked into yet.
    NOT_PROBED;

    /// As it stands in answers and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What to do about a file of which there are no facts.
    String remedy() {
        return switch (this) {
            case EMPTY, TRUNCATED, BROKEN -> "play it to see; fetch it again if it is damaged";
            case SPARSE -> "wait for its download, or remove what was given up";
            case ENCRYPTED -> "it plays where its key is; its picture cannot be compared";
            case GROWING, NOT_PROBED -> "it is looked into when it rests";
            case TIMED_OUT -> "check the drive it is on: usenet storage health";
            case UNREADABLE -> "check its permissions, and the drive it is on: usenet storage health";
            case PROBED -> "there is nothing to do";
        };
    }

    /// Whether a look at the same bytes would say the same again.
    boolean lasting() {
        return switch (this) {
            case PROBED, EMPTY, ENCRYPTED, TRUNCATED, BROKEN -> true;
            case SPARSE, GROWING, TIMED_OUT, UNREADABLE, NOT_PROBED -> false;
        };
    }
}
