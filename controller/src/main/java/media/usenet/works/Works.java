package media.usenet.works;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import media.usenet.works.Evidence.Likeness;
import media.usenet.works.Evidence.Looked;
import media.usenet.works.Group.Kind;
import media.usenet.works.Pair.Confidence;
import media.usenet.works.Pair.Relation;

/// Joins files to groups of the same work. A file joins a group only where nothing says that it and any of the
/// group are different: one film without a year never ties its remake to it.
public final class Works {

    /// More files of one title than a person has: a series whose names say no episodes.
    private static final int MOST_OF_A_TITLE = 200;

    private final Map<Long, WorkFile> files = new LinkedHashMap<>();
    private final Map<Set<Long>, List<Evidence>> evidence = new HashMap<>();
    private final Map<Set<Long>, Pair> pairs = new LinkedHashMap<>();
    private final Set<Set<Long>> named = new HashSet<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private Works(List<WorkFile> all, List<Evidence> found) {
        found.forEach(one -> evidence.computeIfAbsent(Set.of(one.first(), one.second()), _ -> new ArrayList<>())
                .add(one));
        all.forEach(file -> files.put(file.id(), file));
    }

    /// @param because why the file is in no group, whatever its name says
    public record LeftOut(long file, String because) {}

    /// @param groups largest first
    /// @param apart pairs that look like duplicates by their names and are none
    public record Sorted(List<Group> groups, List<Pair> apart, List<LeftOut> leftOut) {

        public Sorted {
            groups = List.copyOf(groups);
            apart = List.copyOf(apart);
            leftOut = List.copyOf(leftOut);
        }
    }

    /// @param evidence about pairs of these files, in any order
    public static Sorted sort(List<WorkFile> files, List<Evidence> evidence) {
        return new Works(files, evidence).sort();
    }

    /// Whether its picture may show that it is the same as another; those of samples, trailers and extras do not.
    public static boolean comparable(WorkFile file) {
        return Extras.extra(file).isEmpty();
    }

    private Sorted sort() {
        judgeTitles();
        evidence.keySet().forEach(this::judge);
        var cuts = cuts();
        var groups = new ArrayList<Group>();
        cuts.stream().filter(cut -> cut.size() > 1).map(this::group).forEach(groups::add);
        groups.addAll(beside(cuts, Relation.EDITION, Kind.EDITIONS));
        groups.addAll(beside(cuts, Relation.EPISODES, Kind.EPISODES));
        groups.sort(Comparator.comparingLong(this::bytes).reversed());
        var apart = pairs.values().stream()
                .filter(pair -> pair.relation() == Relation.APART && lookLikeDuplicates(pair))
                .toList();
        leftOut.removeIf(
                file -> groups.stream().anyMatch(group -> group.members().contains(file.file())));
        return new Sorted(groups, apart, leftOut);
    }

    /// Not those that a search laid side by side and found to be different, as their names had said.
    private boolean lookLikeDuplicates(Pair pair) {
        var both = Set.of(pair.first(), pair.second());
        return named.contains(both)
                || evidence.getOrDefault(both, List.of()).stream()
                        .anyMatch(one -> !(one instanceof Looked looked) || looked.likeness() != Likeness.DIFFERENT);
    }

    private void judgeTitles() {
        var buckets = new LinkedHashMap<String, List<WorkFile>>();
        for (var file : files.values()) {
            var why = Extras.why(file);
            if (why.isPresent()) {
                leftOut.add(new LeftOut(file.id(), why.get()));
            } else {
                keys(file)
                        .forEach(key -> buckets.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(file));
            }
        }
        for (var bucket : buckets.values()) {
            var some = bucket.subList(0, Math.min(bucket.size(), MOST_OF_A_TITLE));
            for (int first = 0; first < some.size(); first++) {
                for (int second = first + 1; second < some.size(); second++) {
                    var both = Set.of(some.get(first).id(), some.get(second).id());
                    named.add(both);
                    judge(both);
                }
            }
        }
    }

    /// Files that share none of these have nothing to do with each other, unless they were looked at.
    private static List<String> keys(WorkFile file) {
        var keys = new ArrayList<String>();
        var release = file.release();
        var numbering = release.numbering();
        var count = numbering.episodes().isEmpty() ? numbering.absolutes() : numbering.episodes();
        for (var episode : count.isEmpty() ? List.of(0) : count) {
            var number = "%s %s %s"
                    .formatted(
                            numbering.seasons(),
                            episode,
                            release.date().map(Object::toString).orElse(""));
            keys.add(Titles.plain(release.title()) + " " + number);
            ProviderId.in(file.path()).forEach(id -> keys.add(id + " " + number));
        }
        return keys;
    }

    private void judge(Set<Long> both) {
        var two = both.stream().sorted().map(files::get).toList();
        if (!pairs.containsKey(both) && two.stream().noneMatch(file -> file == null)) {
            var pair = new Judge(two.getFirst(), two.getLast(), evidence.getOrDefault(both, List.of())).judge();
            pairs.put(both, pair);
        }
    }

    /// Sets of files that are the same cut of the same work; every file is in one, alone where it is like no
    /// other.
    private List<Set<Long>> cuts() {
        var cutOf = new LinkedHashMap<Long, Set<Long>>();
        files.keySet().forEach(file -> cutOf.put(file, new LinkedHashSet<>(Set.of(file))));
        pairs.values().stream()
                .filter(pair -> pair.relation().sameCut())
                .sorted(Comparator.comparing(Pair::confidence).reversed())
                .forEach(pair -> join(cutOf, pair));
        return cutOf.values().stream().distinct().toList();
    }

    private void join(Map<Long, Set<Long>> cutOf, Pair pair) {
        var one = cutOf.get(pair.first());
        var other = cutOf.get(pair.second());
        if (one == null
                || other == null
                || one.contains(pair.second())
                || (pair.relation() != Relation.IDENTICAL && contradict(one, other))) {
            return;
        }
        one.addAll(other);
        other.forEach(file -> cutOf.put(file, one));
    }

    private boolean contradict(Set<Long> one, Set<Long> other) {
        for (var first : one) {
            for (var second : other) {
                var pair = pairs.get(Set.of(first, second));
                if (pair != null && !pair.relation().sameCut()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Group group(Set<Long> members) {
        var own = pairs.values().stream()
                .filter(pair -> members.contains(pair.first()) && members.contains(pair.second()))
                .filter(pair -> pair.relation().sameCut())
                .toList();
        var kind = own.stream().allMatch(pair -> pair.relation() == Relation.IDENTICAL)
                ? Kind.IDENTICAL
                : own.stream().allMatch(pair -> pair.relation() != Relation.OTHER_QUALITY)
                        ? Kind.SAME_RELEASE
                        : Kind.QUALITIES;
        return group(kind, members, own);
    }

    /// Files that belong beside each other: all editions of a work, all files of an episode.
    private List<Group> beside(List<Set<Long>> cuts, Relation relation, Kind kind) {
        var works = new ArrayList<Set<Long>>();
        var own = pairs.values().stream()
                .filter(pair -> pair.relation() == relation)
                .toList();
        for (var pair : own) {
            var members = new LinkedHashSet<Long>();
            cuts.stream()
                    .filter(cut -> cut.contains(pair.first()) || cut.contains(pair.second()))
                    .forEach(members::addAll);
            works.stream().filter(work -> !Collections.disjoint(work, members)).forEach(members::addAll);
            if (!holdsTwoWorks(members)) {
                works.removeIf(work -> members.containsAll(work));
                works.add(members);
            }
        }
        return works.stream()
                .map(work -> group(
                        kind,
                        work,
                        own.stream().filter(pair -> work.contains(pair.first())).toList()))
                .toList();
    }

    private boolean holdsTwoWorks(Set<Long> members) {
        return pairs.values().stream()
                .anyMatch(pair -> pair.relation() == Relation.APART
                        && members.contains(pair.first())
                        && members.contains(pair.second()));
    }

    private Group group(Kind kind, Set<Long> members, List<Pair> own) {
        var confidence = own.stream()
                .map(Pair::confidence)
                .min(Comparator.naturalOrder())
                .orElse(Confidence.LOW);
        return new Group(kind, title(members), members.stream().sorted().toList(), confidence, own);
    }

    private String title(Set<Long> members) {
        return members.stream()
                .sorted()
                .map(member -> title(file(member)))
                .max(Comparator.<String, Boolean>comparing(title -> !title.equals(title.toLowerCase(Locale.ROOT)))
                        .thenComparing(String::length))
                .orElse("");
    }

    private static String title(WorkFile file) {
        var release = file.release();
        var text = new StringBuilder(release.title());
        if (release.year().isPresent()) {
            text.append(" (").append(release.year().getAsInt()).append(')');
        }
        release.numbering().seasons().forEach(season -> text.append(" S%02d".formatted(season)));
        release.numbering().episodes().forEach(episode -> text.append("E%02d".formatted(episode)));
        return text.toString().strip();
    }

    private long bytes(Group group) {
        return group.members().stream()
                .mapToLong(member -> file(member).bytes())
                .sum();
    }

    private WorkFile file(long id) {
        var file = files.get(id);
        if (file == null) {
            throw new IllegalArgumentException("no file " + id);
        }
        return file;
    }
}
