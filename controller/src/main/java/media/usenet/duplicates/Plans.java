package media.usenet.duplicates;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import media.usenet.duplicates.PlanBook.Kept;
import media.usenet.duplicates.PlanBook.PlannedAct;
import media.usenet.duplicates.PlanBook.State;
import media.usenet.duplicates.Survey.FoundGroup;
import media.usenet.duplicates.Survey.LeftOut;
import media.usenet.duplicates.Survey.Member;
import media.usenet.mover.SlotSource;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.trash.Act;
import media.usenet.trash.Act.Claim;
import media.usenet.trash.Act.Kind;
import media.usenet.trash.Plan;
import media.usenet.trash.Seen;
import media.usenet.trash.Trash;
import media.usenet.works.Advice.What;

/// Makes plans of what a survey recommends. The files are looked at again, so that a plan names them as they
/// are now.
final class Plans {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
    private static final int ID_DIGITS = 6;

    private final SlotSource places;
    private final Trash trash;
    private final InstantSource clock;

    Plans(SlotSource places, Trash trash, InstantSource clock) {
        this.places = places;
        this.trash = trash;
        this.clock = clock;
    }

    /// @param groups ids; all that something is recommended for where empty
    /// @param reflink whether identical files are to share blocks rather than a name
    /// @throws ProblemException `DUPLICATE_GROUP_NOT_FOUND`, `INVALID_REQUEST` where nothing is to be done
    Kept make(Survey survey, Set<String> groups, boolean reflink) {
        var meant = meant(survey, groups);
        var acts = new ArrayList<PlannedAct>();
        var left = new ArrayList<LeftOut>();
        long certain = 0;
        long atMost = 0;
        for (var group : meant) {
            int before = acts.size();
            add(group, reflink, acts, left);
            certain += acts.size() > before ? group.freedBytes() : 0;
            atMost += acts.size() > before ? group.freedAtMost() : 0;
        }
        if (acts.isEmpty()) {
            throw new ProblemException(
                    Problem.DUPLICATE_PLAN_EMPTY,
                    left.isEmpty()
                            ? "nothing is recommended to be taken away"
                            : "nothing can be planned: " + left.getFirst().because(),
                    "see what is recommended, and why: usenet media duplicates list");
        }
        var id = id("p");
        // Its own rules: no file twice, none both kept and taken.
        var plan =
                new Plan(id, clock.instant(), acts.stream().map(PlannedAct::act).toList());
        return new Kept(id, State.MADE, plan.made(), acts, List.of(), left, certain, atMost, List.of(), List.of());
    }

    private static List<FoundGroup> meant(Survey survey, Set<String> groups) {
        var unknown = new HashSet<>(groups);
        survey.groups().forEach(group -> unknown.remove(group.id()));
        if (!unknown.isEmpty()) {
            throw groupNotFound(unknown.iterator().next());
        }
        return survey.groups().stream()
                .filter(group -> groups.isEmpty() || groups.contains(group.id()))
                .toList();
    }

    static ProblemException groupNotFound(String id) {
        return new ProblemException(
                Problem.DUPLICATE_GROUP_NOT_FOUND,
                "the last scan has no group '%s'".formatted(id),
                "see which there are: usenet media duplicates list; or scan again: usenet media duplicates scan");
    }

    private void add(FoundGroup group, boolean reflink, List<PlannedAct> acts, List<LeftOut> left) {
        for (var member : group.members()) {
            var kept = group.members().stream()
                    .filter(other -> Long.valueOf(other.file()).equals(member.keptInstead()))
                    .findFirst();
            if (kept.isPresent() && acts.size() >= Plan.MOST_ACTS) {
                left.add(new LeftOut(member.path(), "one plan takes at most %d files".formatted(Plan.MOST_ACTS)));
            } else if (kept.isPresent()) {
                add(group, member, kept.get(), reflink, acts, left);
            }
        }
    }

    private void add(
            FoundGroup group, Member member, Member kept, boolean reflink, List<PlannedAct> acts, List<LeftOut> left) {
        try {
            var loser = seen(member);
            var keeping = seen(kept);
            if (member.names() > 1) {
                left.add(new LeftOut(member.path(), "it has %d names, and frees nothing".formatted(member.names())));
            } else if (loser.bytes() != member.bytes() || keeping.bytes() != kept.bytes()) {
                left.add(new LeftOut(member.path(), "one of the two changed since the scan"));
            } else {
                var kind = kind(member.advice(), reflink);
                var claim = member.advice() == What.TAKE_WORSE ? Claim.BETTER : Claim.IDENTICAL;
                acts.add(new PlannedAct(
                        new Act(acts.size() + 1, kind, claim, loser, keeping), group.id(), member.because()));
            }
        } catch (IOException e) {
            left.add(new LeftOut(member.path(), "it cannot be looked at: " + e.getMessage()));
        }
    }

    private static Kind kind(What advice, boolean reflink) {
        return advice != What.LINK ? Kind.TRASH : reflink ? Kind.REFLINK : Kind.HARD_LINK;
    }

    private Seen seen(Member member) throws IOException {
        var root = places.find(member.slot())
                .orElseThrow(() -> new IOException("there is no drive " + member.slot()))
                .path();
        return trash.look(member.slot(), root.relativize(Path.of(member.path())).toString());
    }

    /// A plan that empties the trash.
    ///
    /// @param retention what is in it for a shorter time stays
    /// @param plan of which alone; null for all
    Kept makeEmpty(Trash.Contents contents, Duration retention, String plan) {
        var due = clock.instant().minus(retention);
        var meant = contents.entries().stream()
                .filter(entry -> plan.isEmpty() || entry.plan().equals(plan))
                .toList();
        var entries =
                meant.stream().filter(entry -> !entry.since().isAfter(due)).toList();
        var left = meant.stream()
                .filter(entry -> entry.since().isAfter(due))
                .map(entry -> new LeftOut(
                        entry.act().loser().toString(),
                        "it is in the trash since %s, and may be wanted back".formatted(entry.since())))
                .toList();
        if (entries.isEmpty()) {
            throw new ProblemException(
                    Problem.DUPLICATE_PLAN_EMPTY,
                    left.isEmpty()
                            ? "the trash is empty"
                            : "nothing in the trash is older than %d days".formatted(retention.toDays()),
                    left.isEmpty() ? "nothing is to be done" : "wait, or: usenet media duplicates trash empty --all");
        }
        long bytes = entries.stream()
                .filter(entry -> entry.act().kind() != Kind.REFLINK)
                .mapToLong(entry -> entry.act().loser().bytes())
                .sum();
        return new Kept(
                id("e"), State.MADE, clock.instant(), List.of(), entries, left, bytes, bytes, List.of(), List.of());
    }

    private String id(String kind) {
        return "%s-%s-%s"
                .formatted(
                        kind,
                        DAY.format(clock.instant()),
                        UUID.randomUUID().toString().substring(0, ID_DIGITS));
    }
}
