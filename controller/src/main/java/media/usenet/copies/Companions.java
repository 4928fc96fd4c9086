package media.usenet.copies;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// What the files of a folder are to each other: which are films, and what belongs to one of them. Pure: names alone.
/// An episode is a film here, so a season's pack has as many as it has episodes.
///
/// @param films with what goes where they go
/// @param extras samples, trailers and the like: never films
/// @param shared sidecars of the folder as a whole, or of nobody who could be told
/// @param others of which nothing is known
public record Companions(List<Film> films, List<Extra> extras, List<Sidecar> shared, List<Path> others) {

    public Companions {
        films = List.copyOf(films);
        extras = List.copyOf(extras);
        shared = List.copyOf(shared);
        others = List.copyOf(others);
    }

    /// One work.
    ///
    /// @param parts in their order, nearly always one; all files of a disc that was copied as folders
    public record Film(List<Path> parts, List<Sidecar> sidecars) {

        public Film {
            parts = List.copyOf(parts);
            sidecars = List.copyOf(sidecars);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a film without a file");
            }
        }

        public boolean isInParts() {
            return parts.size() > 1;
        }
    }

    /// A short piece beside a film.
    ///
    /// @param films the first parts of those it may belong to; one where it is clear
    public record Extra(Path file, Extra.Kind kind, List<Path> films) {

        public enum Kind {
            SAMPLE,
            TRAILER,
            BEHIND_THE_SCENES,
            DELETED_SCENE,
            FEATURETTE,
            INTERVIEW,
            SCENE,
            SHORT,
            CLIP,
            OTHER
        }

        public Extra {
            films = List.copyOf(films);
        }
    }

    /// What players and managers keep beside a film.
    public record Sidecar(Path file, Sidecar.Kind kind) {

        public enum Kind {
            SUBTITLE,
            INFORMATION,
            IMAGE,
            SOUND
        }
    }

    /// @param files the regular files of a folder and of those below it; sizes and contents are not looked at
    public static Companions of(Collection<Path> files) {
        return new CompanionSearch(files).run();
    }
}
