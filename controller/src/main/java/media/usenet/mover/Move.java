package media.usenet.mover;

/// One file that goes from one slot to another, under the same names.
record Move(String from, String to, LibraryFile file) {}
