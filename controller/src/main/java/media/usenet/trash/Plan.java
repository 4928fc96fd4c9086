package media.usenet.trash;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What is to be done to which files. Showing it is the dry run; it is applied by its id alone.
///
/// @param id also the name of its folders in the trash
public record Plan(String id, Instant made, List<Act> acts) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{2,40}");

    /// So many files may one plan take: whoever means more is asked twice.
    public static final int MOST_ACTS = 1_000;

    public Plan {
        acts = List.copyOf(acts);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a plan: " + id);
        }
        if (acts.size() > MOST_ACTS) {
            throw new IllegalArgumentException("a plan takes at most %d files".formatted(MOST_ACTS));
        }
        requireDisjoint(acts);
    }

    /// What is kept for one file must not be taken for another one, or both could go.
    private static void requireDisjoint(List<Act> acts) {
        var losers = new HashSet<String>();
        var numbers = new HashSet<Integer>();
        for (var act : acts) {
            if (!losers.add(act.loser().toString()) || !numbers.add(act.number())) {
                throw new IllegalArgumentException("named twice: " + act.loser());
            }
        }
        var inodes = new HashSet<String>();
        acts.forEach(act -> inodes.add(act.loser().slot() + ":" + act.loser().inode()));
        for (var act : acts) {
            var kept = act.kept();
            if (losers.contains(kept.toString()) || inodes.contains(kept.slot() + ":" + kept.inode())) {
                throw new IllegalArgumentException("both kept and taken: " + kept);
            }
        }
    }
}
