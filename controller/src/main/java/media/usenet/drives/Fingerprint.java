package media.usenet.drives;

import org.jspecify.annotations.Nullable;

/// All that tells a slot's drive from its copies.
///
/// @param partUuid of its partition; a copy of the file system alone has another
/// @param serial of the whole disk; an enclosure may hide it or show its own
/// @param generation how often this controller has mounted it, which the drive's marker says too: an old image put back
///     on a drive is behind
record Fingerprint(
        DriveId id,
        @Nullable String partUuid,
        long sizeBytes,
        @Nullable String serial,
        @Nullable String model,
        String label,
        long generation) {

    static Fingerprint of(Present drive) {
        var device = drive.device();
        var content = drive.fileSystem();
        return new Fingerprint(
                DriveId.of(content),
                device.partUuid(),
                device.sizeBytes(),
                device.serial(),
                device.model(),
                content.label(),
                0);
    }

    Fingerprint atGeneration(long next) {
        return new Fingerprint(id, partUuid, sizeBytes, serial, model, label, next);
    }
}
