package media.usenet.mover;

/// A single file cannot be moved; nothing of it is left on the destination.
final class Stays extends Exception {

    private static final long serialVersionUID = 1;

    Stays(String because) {
        super(because);
    }

    String because() {
        return String.valueOf(getMessage());
    }
}
