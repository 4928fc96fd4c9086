package media.usenet.drives;

/// Is told what happens to drives, on the thread that made it happen, right after: it must be quick, and must not touch
/// the drive.
public interface DriveListener {

    void onDrive(DriveEvent event);

    /// Every drive was looked at: at the start, and every half minute from then on. On a thread of its own.
    default void onRound() {}
}
