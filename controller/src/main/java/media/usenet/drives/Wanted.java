package media.usenet.drives;

/// What the user last asked of a slot.
enum Wanted {
    MOUNTED,
    /// Not to be mounted, even when the drive comes back.
    UNMOUNTED,
    /// To be left alone until it was pulled and plugged in again.
    EJECTED
}
