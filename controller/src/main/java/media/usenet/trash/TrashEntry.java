package media.usenet.trash;

import java.time.Instant;

/// A file in the trash of its drive.
///
/// @param plan by which it was taken
/// @param since when it is there
public record TrashEntry(String plan, Act act, Instant since) {}
