package media.usenet.copies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import media.usenet.copies.Companions.Extra;
import media.usenet.copies.Companions.Film;
import media.usenet.copies.Companions.Sidecar;
import org.jspecify.annotations.Nullable;

/// Sorts the files of one listing.
final class CompanionSearch {

    private static final Set<String> DISC_FOLDERS = Set.of("video_ts", "audio_ts", "bdmv", "certificate");
    private static final Path HERE = Path.of("");

    private final List<Path> files;
    private final Map<Path, List<Path>> discs = new TreeMap<>();
    private final List<Path> videos = new ArrayList<>();
    private final List<Extra> extras = new ArrayList<>();
    private final Map<Path, List<Sidecar>> sidecars = new HashMap<>();
    private final List<Sidecar> shared = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();

    CompanionSearch(Collection<Path> files) {
        this.files = files.stream().sorted().toList();
    }

    Companions run() {
        for (var file : files) {
            var disc = discFolder(file);
            if (disc != null) {
                discs.computeIfAbsent(disc, _ -> new ArrayList<>()).add(file);
            } else if (CompanionNames.isVideo(file)) {
                videos.add(file);
            }
        }
        var candidates = byFolder(videos);
        videos.removeIf(file -> isExtra(file, candidates));
        var films = films();
        var filmsByFolder = new HashMap<Path, List<List<Path>>>();
        films.forEach(parts -> parts.stream()
                .map(CompanionSearch::parent)
                .distinct()
                .forEach(folder -> filmsByFolder
                        .computeIfAbsent(folder, _ -> new ArrayList<>())
                        .add(parts)));
        files.forEach(file -> sort(file, filmsByFolder));
        return new Companions(
                films.stream()
                        .map(parts -> new Film(parts, sidecars.getOrDefault(parts.getFirst(), List.of())))
                        .toList(),
                extras,
                shared,
                others);
    }

    /// The folder that a disc was copied into.
    private static @Nullable Path discFolder(Path file) {
        for (var folder = parent(file); folder.getNameCount() > 0 && !folder.equals(HERE); folder = parent(folder)) {
            if (DISC_FOLDERS.contains(lower(folder))) {
                return parent(folder);
            }
        }
        return null;
    }

    private boolean isExtra(Path file, Map<Path, List<Path>> candidates) {
        return extraByFolder(file, candidates) || extraByName(file, candidates);
    }

    /// A folder `Shorts` that lies beside no film is a folder of films.
    private boolean extraByFolder(Path file, Map<Path, List<Path>> candidates) {
        for (var folder = parent(file); !folder.equals(HERE) && folder.getNameCount() > 0; folder = parent(folder)) {
            var kind = CompanionNames.extraFolder(lower(folder));
            var above = parent(folder);
            var beside = candidates.getOrDefault(above, List.of());
            if (kind.isPresent()
                    && (kind.get() == Extra.Kind.SAMPLE || !beside.isEmpty() || discs.containsKey(above))) {
                extras.add(new Extra(file, kind.get(), beside));
                return true;
            }
        }
        return false;
    }

    private boolean extraByName(Path file, Map<Path, List<Path>> candidates) {
        var named = CompanionNames.extra(file);
        if (named.isEmpty()) {
            return false;
        }
        var beside = candidates.getOrDefault(parent(file), List.of()).stream()
                .filter(video ->
                        !video.equals(file) && CompanionNames.extra(video).isEmpty())
                .toList();
        var own = beside.stream()
                .filter(video -> !named.get().stem().isEmpty()
                        && CompanionNames.stem(video).startsWith(named.get().stem()))
                .toList();
        boolean bare = named.get().stem().isEmpty() && !beside.isEmpty();
        if (named.get().sure() || bare || !own.isEmpty()) {
            extras.add(new Extra(file, named.get().kind(), own.isEmpty() && beside.size() == 1 ? beside : own));
            return true;
        }
        return false;
    }

    /// Each with its parts in order.
    private List<List<Path>> films() {
        var films = new ArrayList<List<Path>>(discs.values());
        var beside = byFolder(videos);
        var byTitle = new LinkedHashMap<String, List<Path>>();
        for (var video : videos) {
            var title = CompanionNames.part(video)
                    .filter(part -> part.disc() || isAlone(part, beside.getOrDefault(parent(video), List.of())));
            byTitle.computeIfAbsent(
                            title.map(part -> parent(video) + "\n" + part.title())
                                    .orElse(video.toString() + "\n\n"),
                            _ -> new ArrayList<>())
                    .add(video);
        }
        byTitle.values().forEach(parts -> films.addAll(inOrder(parts)));
        films.sort(Comparator.comparing(List::getFirst));
        return films;
    }

    /// Whether the folder holds only parts of this one film.
    private static boolean isAlone(CompanionNames.Part part, List<Path> beside) {
        return beside.stream()
                .allMatch(other -> CompanionNames.part(other)
                        .filter(its -> its.title().equals(part.title()))
                        .isPresent());
    }

    /// One film if they are numbered from 1 on and none twice, else as many as there are files.
    private static List<List<Path>> inOrder(List<Path> parts) {
        var byNumber = new TreeMap<Integer, Path>();
        parts.forEach(part -> byNumber.put(
                CompanionNames.part(part).map(CompanionNames.Part::number).orElse(1), part));
        boolean complete = byNumber.size() == parts.size() && byNumber.lastKey() == parts.size();
        return complete
                ? List.of(List.copyOf(byNumber.values()))
                : parts.stream().map(List::of).toList();
    }

    private void sort(Path file, Map<Path, List<List<Path>>> films) {
        if (CompanionNames.isVideo(file) || discFolder(file) != null) {
            return;
        }
        CompanionNames.sidecar(file)
                .ifPresentOrElse(
                        kind -> owner(file, films)
                                .ifPresentOrElse(
                                        film -> sidecars.computeIfAbsent(film, _ -> new ArrayList<>())
                                                .add(new Sidecar(file, kind)),
                                        () -> shared.add(new Sidecar(file, kind))),
                        () -> others.add(file));
    }

    /// The film whose name its own begins with, in its folder or those above; else the only film of the folder.
    private static Optional<Path> owner(Path sidecar, Map<Path, List<List<Path>>> films) {
        for (var folder = parent(sidecar); ; folder = parent(folder)) {
            var near = films.getOrDefault(folder, List.of());
            if (!near.isEmpty()) {
                return named(sidecar, folder, near)
                        .or(() -> near.size() == 1 ? Optional.of(near.getFirst().getFirst()) : Optional.empty());
            }
            if (folder.equals(HERE) || folder.getNameCount() == 0) {
                return Optional.empty();
            }
        }
    }

    private static Optional<Path> named(Path sidecar, Path folder, List<List<Path>> films) {
        var below = folder.equals(HERE) ? sidecar : folder.relativize(sidecar);
        Predicate<Path> names = part -> isOf(lower(below.getName(0)), CompanionNames.stem(part));
        return films.stream()
                .flatMap(parts -> parts.stream().filter(names).map(part -> Map.entry(part, parts.getFirst())))
                .max(Comparator.comparingInt(
                        found -> CompanionNames.stem(found.getKey()).length()))
                .map(Map.Entry::getValue);
    }

    /// `film.en.srt` is of `film`, and `film 2.srt` is not.
    private static boolean isOf(String name, String stem) {
        return name.startsWith(stem)
                && (name.length() == stem.length() || ".-_".indexOf(name.charAt(stem.length())) >= 0);
    }

    private static Map<Path, List<Path>> byFolder(List<Path> files) {
        return files.stream().collect(Collectors.groupingBy(CompanionSearch::parent));
    }

    private static String lower(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static Path parent(Path path) {
        var parent = path.getParent();
        return parent == null ? HERE : parent;
    }
}
