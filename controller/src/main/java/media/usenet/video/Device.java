package media.usenet.video;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an encoder runs on.
///
/// @param id PCI slot of a GPU, `cpu`, or `soc` for the video engine of a board
/// @param index which one it is to CUDA, in the order of PCI slots; 0 elsewhere
/// @param renderNode of that slot at this boot
/// @param nodes every device node that encoding on it opens
/// @param driver version or kernel driver, as far as it is known: part of what proofs depend on
public record Device(
        String id, String model, int index, @Nullable Path renderNode, List<Path> nodes, String driver) {

    public static final String CPU_ID = "cpu";

    public static final Device CPU = new Device(CPU_ID, "CPU", 0, null, List.of(), "none");

    public Device {
        nodes = List.copyOf(nodes);
    }

    /// @throws IllegalStateException when it has none: nothing that encodes by one is tried then
    Path node() {
        if (renderNode == null) {
            throw new IllegalStateException(id + " has no render node");
        }
        return renderNode;
    }
}
