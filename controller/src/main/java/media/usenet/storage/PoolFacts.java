package media.usenet.storage;

import java.nio.file.Path;

/// The pool root as it is now: the one tree that every container binds.
///
/// @param shared whether a drive mounted below it later appears in running containers
/// @param fileSystem type of the file system that holds it; `unknown` while it does not exist
public record PoolFacts(
        Path root, boolean exists, boolean shared, String fileSystem, long totalBytes, long freeBytes) {}
