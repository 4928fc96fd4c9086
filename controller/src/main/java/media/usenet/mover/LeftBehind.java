package media.usenet.mover;

/// A file that stays where it is, and why.
record LeftBehind(String slot, String name, String because) {}
