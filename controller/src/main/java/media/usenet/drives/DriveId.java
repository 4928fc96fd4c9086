package media.usenet.drives;

import media.usenet.superblock.Content;

/// What a drive is known by: its file system, whatever the kernel calls the device and wherever it is plugged in.
///
/// @param type of the file system
/// @param uuid as `blkid` prints it
public record DriveId(String type, String uuid) {

    static DriveId of(Content.FileSystem content) {
        return new DriveId(content.type(), content.uuid());
    }

    @Override
    public String toString() {
        return type + "-" + uuid;
    }
}
