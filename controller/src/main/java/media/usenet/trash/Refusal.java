package media.usenet.trash;

/// One file is left as it is; whatever was begun on it has been taken back.
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    Refusal(String because) {
        super(because);
    }

    String because() {
        return String.valueOf(getMessage());
    }
}
