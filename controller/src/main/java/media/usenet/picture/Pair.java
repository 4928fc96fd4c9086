package media.usenet.picture;

/// Two moments whose frames are to be laid side by side.
record Pair(double inFirst, double inSecond) {}
