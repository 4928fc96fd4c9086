package media.usenet.mover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What belongs together and moves together: the folder of a film or a series, a download, with everything that is
/// hard linked to a file in it.
///
/// @param name its folder: `media/movies/Sintel (2010)`; the file itself where it lies in none
record Title(String name, List<LibraryFile> files) {

    private static final int DEPTH = 3;

    Title {
        files = List.copyOf(files);
    }

    long bytes() {
        return files.stream().mapToLong(LibraryFile::sizeBytes).sum();
    }

    /// Largest first, so that few moves do much.
    static List<Title> of(Collection<LibraryFile> files) {
        var heads = new LinkedHashMap<String, String>();
        for (var file : files) {
            var names = file.names().stream().map(Title::folder).toList();
            names.forEach(name -> join(heads, names.getFirst(), name));
        }
        var titles = new LinkedHashMap<String, List<LibraryFile>>();
        for (var file : files) {
            titles.computeIfAbsent(head(heads, folder(file.name())), _ -> new ArrayList<>())
                    .add(file);
        }
        return titles.entrySet().stream()
                .map(title -> new Title(title.getKey(), title.getValue()))
                .sorted(Comparator.comparingLong(Title::bytes).reversed().thenComparing(Title::name))
                .toList();
    }

    private static void join(Map<String, String> heads, String one, String other) {
        heads.put(head(heads, other), head(heads, one));
    }

    private static String head(Map<String, String> heads, String name) {
        var head = heads.getOrDefault(name, name);
        return head.equals(name) ? name : head(heads, head);
    }

    private static String folder(String name) {
        var parts = name.split("/", DEPTH + 1);
        return parts.length > DEPTH ? String.join("/", List.of(parts).subList(0, DEPTH)) : name;
    }
}
