package media.usenet.apps;

/// Something that is being watched.
///
/// @param who plays it on what, for people
/// @param path as the server sees it, in its container
public record Playing(String who, String path) {}
