package media.usenet.watched;

/// A door: what became of the file that something was read of.
public interface Fate {

    Taken of(Carrying carrying);

    enum Taken {
        /// It is in the trash, or was emptied from there.
        YES,
        /// It is at its place.
        NO,
        /// Its drive is not there, or it is being taken.
        UNKNOWN
    }
}
