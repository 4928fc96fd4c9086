package media.usenet.apps;

/// A file that a torrent consists of.
///
/// @param torrent its name
/// @param state what the client does with it, for people: `seeding`, `stopped`
/// @param path as the client sees it, in its container
/// @param bytes once it is whole
public record TorrentFile(String torrent, String state, String path, long bytes) {}
