package media.usenet.job;

import java.nio.file.Path;

/// What a job published.
///
/// @param name what `/v1/jobs/{id}/outputs/{name}` calls it
/// @param bytes of the file, or of all files of the folder
/// @param sha256 of the file; of a folder, that of its list of `SHA256  NAME` lines in the order of names
public record JobOutput(String name, Path path, boolean folder, long bytes, String sha256) {}
