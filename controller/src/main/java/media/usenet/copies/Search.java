package media.usenet.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One search: sizes, samples, all bytes, each only of the files that the step before could not tell apart.
final class Search {

    /// File systems count time in ticks, exFAT in two seconds: what was written within one may be written once more
    /// without showing it.
    private static final Duration TICK = Duration.ofSeconds(2);

    /// Read of each file in turn when several are compared.
    private static final int STRIDE_BYTES = 256 << 10;

    private final Crews crews;
    private final HashMemory memory;
    private final Knowledge knowledge = new Knowledge();
    private final Bodies bodies = new Bodies(knowledge.findings());

    Search(Crews crews, HashMemory memory) {
        this.crews = crews;
        this.memory = memory;
    }

    Comparison run(Collection<Content> files, Proof proof, Instant now) {
        var all = bodies.of(files);
        var sets = bySample(bySize(all), proof);
        var same = switch (proof) {
            case HASHED -> byHash(sets);
            case COMPARED -> byBytes(sets);
        };
        var confirmed = confirm(same);
        keep(confirmed.values(), now.minus(TICK));
        var joined = Sets.splitAll(same, body -> confirmed.containsKey(body.key()) ? knowledge.whole(body) : null);
        return answer(
                files.size(),
                all,
                joined.stream().map(set -> latest(set, confirmed)).toList(),
                proof);
    }

    private List<List<Body>> bySize(List<Body> all) {
        return Sets.splitAll(Sets.split(all, Body::bytes), body -> bodies.hasContent(body) ? Boolean.TRUE : null);
    }

    private List<List<Body>> bySample(List<List<Body>> sets, Proof proof) {
        var candidates = sets.stream().flatMap(List::stream).toList();
        knowledge.recall(memory.recall(candidates.stream().map(Body::first).toList()));
        // What is compared is read again in any case.
        int wholeUpToBytes = proof == Proof.HASHED ? Reading.BUFFER_BYTES : Reading.SAMPLES_BYTES;
        read(candidates, knowledge::sample, wholeUpToBytes, Reading::sample, knowledge::sampled);
        return Sets.splitAll(sets, knowledge::sample);
    }

    private List<List<Body>> byHash(List<List<Body>> sets) {
        var candidates = sets.stream().flatMap(List::stream).toList();
        read(candidates, knowledge::whole, 0, Reading::whole, knowledge::readWhole);
        return Sets.splitAll(sets, knowledge::whole);
    }

    @FunctionalInterface
    private interface Step<T> {
        T read(Reading reading, Content file) throws Unread;
    }

    private <T> void read(
            List<Body> files,
            Function<Body, @Nullable Hash> known,
            int wholeUpToBytes,
            Step<T> step,
            BiConsumer<Body, T> learning) {
        var unknown = files.stream().filter(file -> known.apply(file) == null).toList();
        crews.each(unknown, Search::first, () -> {
            var reading = new Reading(wholeUpToBytes, knowledge::count);
            return file -> knowledge
                    .read(file, name -> step.read(reading, name))
                    .ifPresent(answer -> learning.accept(file, answer));
        });
    }

    /// What is remembered takes sets apart; what is left is read, remembered or not.
    private List<List<Body>> byBytes(List<List<Body>> sets) {
        var same = new ConcurrentLinkedQueue<List<Body>>();
        crews.each(partsByMemory(sets), Search::firsts, () -> {
            var side = new SideBySide(knowledge, STRIDE_BYTES);
            return set -> same.addAll(side.same(set));
        });
        return List.copyOf(same);
    }

    private List<List<Body>> partsByMemory(List<List<Body>> sets) {
        return sets.stream()
                .flatMap(set -> set.stream().allMatch(file -> knowledge.whole(file) != null)
                        ? Sets.split(set, knowledge::whole).stream()
                        : Stream.of(set))
                .toList();
    }

    /// Files that were read or are in a set, as they are now: less the names that were changed meanwhile.
    private Map<FileKey, Body> confirm(List<List<Body>> same) {
        var files = new LinkedHashMap<FileKey, Body>();
        knowledge.read().forEach(file -> files.put(file.key(), file));
        same.forEach(set -> set.forEach(file -> files.put(file.key(), file)));
        var confirmed = new ConcurrentHashMap<FileKey, Body>();
        Consumer<Body> look = file -> bodies.asListed(file).ifPresent(left -> confirmed.put(file.key(), left));
        crews.each(List.copyOf(files.values()), Search::first, () -> look);
        return confirmed;
    }

    private void keep(Collection<Body> confirmed, Instant settled) {
        memory.keep(knowledge.learnt(confirmed.stream()
                .filter(file -> file.first().modified().isBefore(settled))
                .toList()));
    }

    private static List<Body> latest(List<Body> set, Map<FileKey, Body> confirmed) {
        return set.stream()
                .flatMap(file -> Optional.ofNullable(confirmed.get(file.key())).stream())
                .toList();
    }

    private Comparison answer(int names, List<Body> all, List<List<Body>> same, Proof proof) {
        var groups = new ArrayList<SameBytes>();
        var linked = new ArrayList<Body>();
        var grouped = new HashSet<FileKey>();
        var reflinks = new Reflinks();
        for (var set : same) {
            var apart = reflinks.join(set);
            var hash = knowledge.whole(set.getFirst());
            if (apart.size() > 1 && hash != null) {
                groups.add(new SameBytes(set.getFirst().bytes(), hash, proof, apart));
            } else {
                linked.addAll(apart);
            }
            set.forEach(file -> grouped.add(file.key()));
        }
        all.stream()
                .filter(body -> body.linked() && !grouped.contains(body.key()))
                .forEach(linked::add);
        groups.sort(Comparator.comparingLong(SameBytes::repeatedBytes).reversed());
        return new Comparison(groups, linked, knowledge.findings().all(), knowledge.effort(names, all.size()));
    }

    private static List<Content> first(Body file) {
        return List.of(file.first());
    }

    private static List<Content> firsts(List<Body> set) {
        return set.stream().map(Body::first).toList();
    }
}
