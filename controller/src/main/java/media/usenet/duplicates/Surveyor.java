package media.usenet.duplicates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import media.usenet.copies.FreedBytes;
import media.usenet.copies.FreedBytes.Change;
import media.usenet.copies.FreedBytes.Occupied;
import media.usenet.duplicates.Survey.FoundGroup;
import media.usenet.duplicates.Survey.FoundPair;
import media.usenet.duplicates.Survey.LeftOut;
import media.usenet.duplicates.Survey.Member;
import media.usenet.works.Advice;
import media.usenet.works.Advice.What;
import media.usenet.works.Group;
import media.usenet.works.Pair;
import media.usenet.works.WorkFile;
import media.usenet.works.Works.Sorted;

/// Puts what was sorted into words and figures.
final class Surveyor {

    /// Their files may share blocks.
    private static final Set<String> SHARING = Set.of("btrfs", "xfs");

    private static final int ID_DIGITS = 8;

    private final Bodies bodies;
    private final Map<Long, WorkFile> works;
    private final Advice.Weights weights;

    Surveyor(Bodies bodies, Map<Long, WorkFile> works, Advice.Weights weights) {
        this.bodies = bodies;
        this.works = works;
        this.weights = weights;
    }

    /// @param unread what could not be compared
    Survey survey(Sorted sorted, List<LeftOut> unread, Instant made) {
        var left = new ArrayList<>(unread);
        sorted.leftOut().forEach(file -> left.add(new LeftOut(path(file.file()), file.because())));
        return new Survey(
                made,
                bodies.names(),
                bodies.linked(),
                sorted.groups().stream().map(this::group).toList(),
                sorted.apart().stream().map(this::pair).toList(),
                left);
    }

    private FoundGroup group(Group group) {
        var advice = Advice.on(group, works, weights);
        var members = advice.files().stream().map(file -> member(file, advice)).toList();
        var freed = freed(members);
        return new FoundGroup(
                id(group, members),
                group.kind(),
                group.title(),
                group.confidence(),
                members.stream().mapToLong(Member::bytes).sum(),
                freed.certain(),
                freed.atMost(),
                members,
                group.pairs().stream().map(this::pair).toList());
    }

    private Member member(Advice.OfFile advice, Advice all) {
        var file = bodies.file(advice.file());
        var because = new ArrayList<>(advice.because());
        if (file.links() > 1) {
            because.add("it has %d names: nothing is freed while one of them stays".formatted(file.links()));
        }
        boolean goes = goes(advice.what());
        return new Member(
                file.id(),
                file.slot(),
                file.path().toString(),
                file.bytes(),
                file.links(),
                advice.what(),
                because,
                goes ? all.keep() : null);
    }

    static boolean goes(What what) {
        return switch (what) {
            case LINK, TAKE_COPY, TAKE_WORSE -> true;
            case KEEP, COMPARE, ASK -> false;
        };
    }

    /// By what the recommendation does. What cannot be asked for its blocks frees nothing that could be
    /// promised.
    private FreedBytes freed(List<Member> members) {
        var changes = new ArrayList<Change>();
        for (var member : members) {
            try {
                if (member.keptInstead() != null) {
                    changes.add(new Change.Removal(occupied(Path.of(member.path()))));
                }
            } catch (IOException _) {
                return new FreedBytes(0, 0);
            }
        }
        return FreedBytes.of(changes);
    }

    private static Occupied occupied(Path file) throws IOException {
        return Occupied.of(file, SHARING.contains(Files.getFileStore(file).type()));
    }

    private static String id(Group group, List<Member> members) {
        var places = members.stream()
                .map(member -> member.slot() + " " + member.path())
                .sorted()
                .collect(Collectors.joining("\n"));
        return Told.hash((group.kind().keepsAll() ? group.kind().name() : "") + places)
                .substring(0, ID_DIGITS);
    }

    private FoundPair pair(Pair pair) {
        return new FoundPair(
                pair.first(),
                pair.second(),
                path(pair.first()),
                path(pair.second()),
                pair.relation(),
                pair.confidence(),
                pair.reasons());
    }

    private String path(long file) {
        return bodies.file(file).path().toString();
    }
}
