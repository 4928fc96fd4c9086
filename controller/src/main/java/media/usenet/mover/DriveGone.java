package media.usenet.mover;

import java.io.IOException;

/// A drive went away, or stopped taking writes, while it was worked on: what was begun waits for it.
public final class DriveGone extends IOException {

    private static final long serialVersionUID = 1;

    private final String slot;

    DriveGone(String slot, String because) {
        super("%s: %s".formatted(slot, because));
        this.slot = slot;
    }

    public String slot() {
        return slot;
    }
}
