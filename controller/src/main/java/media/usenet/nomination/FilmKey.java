package media.usenet.nomination;

/// A file as it was when it was looked into: with another size or time it is another.
///
/// @param volume what tells its drive from others, up to 64 characters
public record FilmKey(String volume, long inode, long bytes, long modifiedMillis) {}
