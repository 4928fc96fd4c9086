package media.usenet.works;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import media.usenet.works.Group.Kind;
import media.usenet.works.Pair.Confidence;
import org.jspecify.annotations.Nullable;

/// What is recommended for the files of a group. Taken away is only what was seen to be the same, and of which
/// nobody could miss anything.
///
/// @param keep the file that the others are measured by; null where all stay
public record Advice(@Nullable Long keep, List<OfFile> files) {

    /// @param because one or more reasons
    public record OfFile(long file, What what, List<String> because) {

        public OfFile {
            because = List.copyOf(because);
        }
    }

    public enum What {
        KEEP,
        /// The same bytes on the same drive: one more name for what is kept is enough.
        LINK,
        /// The same bytes are kept on another drive.
        TAKE_COPY,
        /// What is kept has all of it, and better.
        TAKE_WORSE,
        /// Names agree, and nobody has looked at the pictures yet.
        COMPARE,
        /// Each has something that the other lacks: a person decides.
        ASK
    }

    public Advice {
        files = List.copyOf(files);
    }

    /// How copies are weighed against each other.
    public interface Weights {

        /// The better one is more.
        Comparator<WorkFile> order();

        /// What of the other would be lost with it while that is kept; empty when nobody could miss anything.
        List<String> lost(WorkFile other, WorkFile kept);

        /// By what was read of the files, and nobody's taste.
        static Weights ofFacts() {
            return new Weights() {
                @Override
                public Comparator<WorkFile> order() {
                    return Comparator.comparingLong(
                            file -> file.worth() == null ? -1 : file.worth().rank());
                }

                @Override
                public List<String> lost(WorkFile other, WorkFile kept) {
                    return other.worth() == null || kept.worth() == null
                            ? List.of("whatever is in it: it cannot be read")
                            : other.worth().lostWith(kept.worth());
                }
            };
        }
    }

    /// @param files of all members
    public static Advice on(Group group, Map<Long, WorkFile> files, Weights weights) {
        var members = group.members().stream().map(files::get).toList();
        if (group.kind().keepsAll()) {
            var because = group.kind() == Kind.EDITIONS
                    ? "another edition is another thing to have"
                    : "a file of several episodes does not replace them one by one";
            return new Advice(
                    null,
                    members.stream()
                            .map(file -> new OfFile(file.id(), What.KEEP, List.of(because)))
                            .toList());
        }
        var keep = members.stream().max(weights.order().thenComparing(TIE)).orElseThrow();
        var advice = new ArrayList<OfFile>();
        for (var file : members) {
            advice.add(
                    file.id() == keep.id()
                            ? new OfFile(file.id(), What.KEEP, List.of("the best of them"))
                            : of(file, keep, group, weights));
        }
        return new Advice(keep.id(), advice);
    }

    /// Of the same worth, the one in the library rather than the one among downloads, then the one that was
    /// there first.
    private static final Comparator<WorkFile> TIE = Comparator.<WorkFile, Boolean>comparing(
                    file -> !file.path().contains("/downloads/"))
            .thenComparing(WorkFile::id, Comparator.reverseOrder());

    private static OfFile of(WorkFile file, WorkFile keep, Group group, Weights weights) {
        var pair = group.pairs().stream()
                .filter(one -> List.of(one.first(), one.second()).containsAll(List.of(file.id(), keep.id())))
                .findFirst();
        var confidence = pair.map(Pair::confidence).orElse(Confidence.LOW);
        if (confidence == Confidence.CERTAIN) {
            return file.slot().equals(keep.slot())
                    ? new OfFile(file.id(), What.LINK, List.of("every byte is the same, on the same drive"))
                    : new OfFile(file.id(), What.TAKE_COPY, List.of("every byte is the same, on drive " + keep.slot()));
        }
        var lost = weights.lost(file, keep);
        if (!lost.isEmpty()) {
            return new OfFile(
                    file.id(),
                    What.ASK,
                    lost.stream().map("would be lost: "::concat).toList());
        }
        return confidence == Confidence.HIGH
                ? new OfFile(file.id(), What.TAKE_WORSE, List.of("what is kept has all of it"))
                : new OfFile(file.id(), What.COMPARE, List.of("names agree; nothing is taken away for that alone"));
    }
}
