package media.usenet.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What is otherwise in some folders than the catalog has it. Pure.
///
/// @param added files without an entry
/// @param changed files whose bytes are others than those that were looked into
/// @param touched files of the same bytes, of which something else changed
/// @param same how many are as they were
/// @param missing entries without a file
record Comparison(List<Found> added, List<Pair> changed, List<Pair> touched, long same, List<Known> missing) {

    record Pair(Known known, Found found) {}

    static Comparison of(List<Known> known, List<Found> found) {
        var byPlace = new HashMap<String, Known>();
        known.forEach(entry -> byPlace.put(entry.place(), entry));
        var added = new ArrayList<Found>();
        var changed = new ArrayList<Pair>();
        var touched = new ArrayList<Pair>();
        long same = 0;
        for (var file : found) {
            var entry = byPlace.remove(file.place().hash());
            if (entry == null) {
                added.add(file);
            } else if (!entry.sameBytes(file)) {
                changed.add(new Pair(entry, file));
            } else if (!entry.same(file)) {
                touched.add(new Pair(entry, file));
            } else {
                same++;
            }
        }
        return new Comparison(added, changed, touched, same, List.copyOf(byPlace.values()));
    }
}
