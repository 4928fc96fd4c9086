package media.usenet.mover;

import java.nio.file.Path;

/// A place below the pool root, as far as a union and its mover must know it.
///
/// @param path where its drive is mounted: `/srv/pool/root/films`
/// @param fileSystem as the kernel names it; what it held last while it is not online
/// @param sizeBytes 0 while it is not online
/// @param freeBytes 0 while it is not online
public record Slot(
        String name, Path path, boolean online, boolean readOnly, String fileSystem, long sizeBytes, long freeBytes) {

    public boolean writable() {
        return online && !readOnly;
    }
}
