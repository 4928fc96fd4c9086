package media.usenet.library;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which files are meant. What is empty or null does not matter.
///
/// @param wanted for each facet the values of which a file has to have one
/// @param duration in milliseconds
/// @param bitrate in bits a second
/// @param bytes of the file
/// @param text part of the path below its slot, in whichever case
public record LibraryFilter(
        Map<Facet, Set<String>> wanted,
        Range duration,
        Range bitrate,
        Range bytes,
        @Nullable String text) {

    public static final LibraryFilter ALL = new LibraryFilter(Map.of(), Range.ALL, Range.ALL, Range.ALL, null);

    public LibraryFilter {
        wanted = Map.copyOf(wanted);
        text = text == null || text.isBlank() ? null : text;
    }

    public LibraryFilter with(Facet facet, Set<String> values) {
        var more = new EnumMap<Facet, Set<String>>(Facet.class);
        more.putAll(wanted);
        more.put(facet, Set.copyOf(values));
        return new LibraryFilter(more, duration, bitrate, bytes, text);
    }

    Set<String> wanted(Facet facet) {
        return wanted.getOrDefault(facet, Set.of());
    }

    /// Whether it is by facets alone.
    boolean ofFacets() {
        return duration.all() && bitrate.all() && bytes.all() && text == null;
    }
}
