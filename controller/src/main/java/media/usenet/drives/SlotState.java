package media.usenet.drives;

/// How a slot stands.
public enum SlotState {
    /// Mounted, and seen by every container.
    ONLINE,
    /// Mounted, but nothing can be written.
    READONLY,
    /// The drive is being let go.
    EJECTING,
    /// The drive was let go on request, and can be pulled.
    EJECTED,
    /// Unmounted on request.
    UNMOUNTED,
    /// The drive is not there.
    MISSING,
    /// Two drives have this slot's identity, or one has it that cannot be the slot's own.
    CLONE,
    /// The drive came and went too often; it is left alone for a while.
    FLAPPING,
    /// The drive is there and could not be mounted, or broke.
    FAILED;

    /// Whether its files can be read now.
    public boolean readable() {
        return this == ONLINE || this == READONLY;
    }
}
