package media.usenet.transcode;

import media.usenet.worker.Ending;

/// Ends the making of something from within, with the ending that its attempt is to have.
final class NotMade extends Exception {

    private final transient Ending ending;

    NotMade(Ending ending) {
        super(ending.toString(), null, false, false);
        this.ending = ending;
    }

    Ending ending() {
        return ending;
    }
}
