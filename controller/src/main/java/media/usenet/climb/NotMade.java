package media.usenet.climb;

import media.usenet.worker.Ending;

/// Ends the making of something from within, with the ending that its attempt is to have.
public final class NotMade extends Exception {

    private final transient Ending ending;

    public NotMade(Ending ending) {
        super(ending.toString(), null, false, false);
        this.ending = ending;
    }

    public Ending ending() {
        return ending;
    }
}
