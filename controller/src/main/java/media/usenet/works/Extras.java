package media.usenet.works;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import media.usenet.naming.Trait;

/// Files that lie beside a work and are none: samples, trailers, extras; and those that cannot be read.
final class Extras {

    private static final Set<String> FOLDERS = Set.of(
            "sample",
            "samples",
            "trailers",
            "trailer",
            "extras",
            "extra",
            "featurettes",
            "behind the scenes",
            "deleted scenes",
            "interviews",
            "scenes",
            "shorts",
            "bonus",
            "backdrops",
            "theme-music");
    private static final Pattern MARKED = Pattern.compile(
            "(?:^|[^a-z])(?:sample|rarbg\\.com)\\.[a-z0-9]{2,4}$|(?:^sample[-._ ])"
                    + "|-(?:trailer|sample|scene|clip|interview|behindthescenes|deleted|featurette|short|other|extra)\\.[a-z0-9]{2,4}$");

    private Extras() {}

    /// Why the file is left out; empty where it is a work.
    static Optional<String> why(WorkFile file) {
        return extra(file).or(() -> unsaid(file));
    }

    /// Why it is no work of its own, whatever it shows.
    static Optional<String> extra(WorkFile file) {
        var names = List.of(file.path().toLowerCase(Locale.ROOT).split("/"));
        var folders = names.subList(0, names.size() - 1);
        if (folders.stream().anyMatch(FOLDERS::contains)) {
            return Optional.of("it lies among samples, trailers or extras");
        }
        if (MARKED.matcher(names.getLast()).find() || file.release().says(Trait.EXTRAS)) {
            return Optional.of("its name says that it is a sample, a trailer or an extra");
        }
        return file.worth() == null ? Optional.of("it cannot be read as a film") : Optional.empty();
    }

    private static Optional<String> unsaid(WorkFile file) {
        if (file.release().title().isEmpty()) {
            return Optional.of("its name does not say what it is");
        }
        if (file.release().seasonPack()) {
            return Optional.of("its name says a whole season, and not which episode it is");
        }
        return Optional.empty();
    }
}
