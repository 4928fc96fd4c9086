package media.usenet.drawing;

/// @param opacity 1 covers what is below
record Colour(int red, int green, int blue, double opacity) {

    static Colour of(int rgb) {
        return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 1);
    }

    Colour seeThrough(double opaque) {
        return new Colour(red, green, blue, opaque);
    }
}
