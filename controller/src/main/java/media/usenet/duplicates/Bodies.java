package media.usenet.duplicates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import media.usenet.copies.Content;
import media.usenet.library.Area;
import media.usenet.library.FileKey;
import media.usenet.library.LibraryFile;

/// The library's files by their bytes: hard links are one body, which is told by one of its names.
final class Bodies {

    /// The name in the library says more than the one that a download client gave.
    private static final Comparator<LibraryFile> TELLING = Comparator.<LibraryFile, Boolean>comparing(
                    file -> file.area() == Area.DOWNLOADS)
            .thenComparing(LibraryFile::id);

    private final Map<Long, LibraryFile> told = new LinkedHashMap<>();
    private final int names;

    private Bodies(List<LibraryFile> told, int names) {
        this.names = names;
        told.forEach(file -> this.told.put(file.id(), file));
    }

    static Bodies of(Stream<LibraryFile> files) {
        var bodies = new LinkedHashMap<FileKey, List<LibraryFile>>();
        files.forEach(file ->
                bodies.computeIfAbsent(file.key(), _ -> new ArrayList<>()).add(file));
        int names = bodies.values().stream().mapToInt(List::size).sum();
        return new Bodies(
                bodies.values().stream()
                        .map(body -> body.stream().min(TELLING).orElseThrow())
                        .toList(),
                names);
    }

    List<LibraryFile> all() {
        return List.copyOf(told.values());
    }

    LibraryFile file(long id) {
        var file = told.get(id);
        if (file == null) {
            throw new IllegalArgumentException("no file " + id);
        }
        return file;
    }

    /// Names, those that are further names of a body with them.
    int names() {
        return names;
    }

    int linked() {
        return names - told.size();
    }

    /// As it is now, to the nanosecond, which the library does not keep.
    ///
    /// @throws IOException where it is gone
    static Content content(LibraryFile file) throws IOException {
        return Content.of(file.path());
    }
}
