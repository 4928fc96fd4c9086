package media.usenet.formats;

/// A regular expression that is wrong in .NET, or that Java has no equal of.
final class UnusableExpression extends Exception {

    UnusableExpression(String message) {
        super(message);
    }
}
