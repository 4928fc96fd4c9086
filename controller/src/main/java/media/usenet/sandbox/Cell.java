package media.usenet.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What one program may touch. Everything else of the machine is not there for it, the network neither.
///
/// @param work the one folder it may write to, and in which it is started
/// @param readable files and folders that it may read
/// @param devices device nodes that it may use
public record Cell(Path work, List<Path> readable, List<Path> devices, Limits limits) {

    public Cell {
        readable = List.copyOf(readable);
        devices = List.copyOf(devices);
        Stream.concat(Stream.of(work), Stream.concat(readable.stream(), devices.stream()))
                .forEach(Cell::mustBePlain);
    }

    private static void mustBePlain(Path path) {
        if (!path.isAbsolute() || !path.equals(path.normalize()) || path.getNameCount() == 0) {
            throw new IllegalArgumentException("a cell's paths are absolute, without . and .., and not /: " + path);
        }
    }
}
