package media.usenet.mover;

import java.util.List;

/// What is on a slot.
///
/// @param left what cannot be moved whatever its destination
record Inventory(Slot slot, List<LibraryFile> files, List<LeftBehind> left) {

    Inventory {
        files = List.copyOf(files);
        left = List.copyOf(left);
    }
}
