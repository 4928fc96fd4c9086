package media.usenet.staging;

import java.nio.file.Path;

/// A folder that a backup takes something of.
///
/// @param prefix where its files lie in the backup: `apps/sonarr`
/// @param subject whose it is, as a person knows it
/// @param root need not exist
public record Source(String prefix, String subject, Path root, Recipe recipe) {}
