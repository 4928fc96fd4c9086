package media.usenet.drives;

import java.util.Optional;
import media.usenet.storage.BlockDevice;
import media.usenet.superblock.Content;

/// A device that is here now, and what it holds.
record Present(BlockDevice device, Content content) {

    boolean holds(DriveId id) {
        return id().filter(id::equals).isPresent();
    }

    Optional<DriveId> id() {
        return content instanceof Content.FileSystem found ? Optional.of(DriveId.of(found)) : Optional.empty();
    }

    /// To be asked only where [#id] is present.
    Content.FileSystem fileSystem() {
        if (content instanceof Content.FileSystem found) {
            return found;
        }
        throw new IllegalStateException(device.name() + " holds no file system");
    }

    /// As a person knows it: model and serial before all else.
    String title() {
        var words = new StringBuilder();
        if (device.model() != null) {
            words.append(device.model());
        }
        if (device.serial() != null) {
            words.append(words.isEmpty() ? "" : " ").append(device.serial());
        }
        return words.isEmpty() ? device.backing() == null ? device.name() : device.backing() : words.toString();
    }
}
