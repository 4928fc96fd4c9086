package media.usenet.trash;

import java.io.IOException;

/// What has been done; a kill after any of them is settled by what the journal and the drive say.
enum Point {
    VERIFIED,
    BEGUN,
    ENTRY_MADE,
    LINK_MADE,
    TAKEN,
    SYNCED,
    DONE,
    UNDO_BEGUN,
    UNDO_LINK_MADE,
    RESTORED,
    UNDONE,
    EMPTY_VERIFIED,
    EMPTY_BEGUN,
    EMPTIED,
    EMPTY_TOLD;

    /// Told every step after it was taken; tests let it fail there.
    interface Reached {
        void at(Point point, Act act) throws IOException;

        static Reached nobody() {
            return (_, _) -> {};
        }
    }
}
