package media.usenet.making;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was made, before anyone has looked at it.
///
/// @param files in the attempt's folder; a folder where the format is one of many files
/// @param ownNames whether they keep their names; otherwise the one that there is gets the request's
/// @param judged what it is judged by; empty for what only whoever asked can judge
/// @param facts for whoever asked
public record Product(List<Path> files, boolean ownNames, Optional<Judged> judged, Map<String, Object> facts) {

    /// @param file the file itself, or what its segments were cut from
    public record Judged(Path file, Expected expected) {}

    public Product {
        files = List.copyOf(files);
    }

    static Product of(Path file, Expected expected, Map<String, Object> facts) {
        return cut(file, file, expected, facts);
    }

    /// @param folder of segments
    /// @param from what they were cut from
    static Product cut(Path folder, Path from, Expected expected, Map<String, Object> facts) {
        return new Product(List.of(folder), false, Optional.of(new Judged(from, expected)), facts);
    }

    static Product named(List<Path> files, Map<String, Object> facts) {
        return new Product(files, true, Optional.empty(), facts);
    }
}
