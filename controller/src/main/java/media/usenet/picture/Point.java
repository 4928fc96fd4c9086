package media.usenet.picture;

/// A guess that a moment of one film is that moment of another.
record Point(double inFirst, double inSecond, double weight) {}
