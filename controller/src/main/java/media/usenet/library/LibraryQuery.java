package media.usenet.library;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A filter as it is put together from a request.
final class LibraryQuery {

    private final Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);

    LibraryQuery with(Facet facet, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            wanted.put(facet, Set.copyOf(values));
        }
        return this;
    }

    /// @throws ProblemException `INVALID_REQUEST` for a class of length or bitrate that is none
    LibraryFilter filter(Range duration, Range bitrate, Range bytes, @Nullable String text) {
        requireClasses(Facet.DURATION, Classes.LENGTHS);
        requireClasses(Facet.BITRATE, Classes.RATES);
        return new LibraryFilter(wanted, duration, bitrate, bytes, text);
    }

    private void requireClasses(Facet facet, Classes classes) {
        for (var word : wanted.getOrDefault(facet, Set.of())) {
            if (classes.at(word) < 0) {
                throw new ProblemException(
                        Problem.INVALID_REQUEST,
                        "'%s' is no class of %s".formatted(word, facet.word()),
                        "use one of " + String.join(", ", classes.words()));
            }
        }
    }
}
