package media.usenet.copies;

/// Tells which disk a file is read from.
@FunctionalInterface
public interface Lanes {

    Lane of(Content file);

    /// All files lie on one disk that does not spin.
    static Lanes one() {
        var lane = new Lane("disk", false);
        return _ -> lane;
    }
}
