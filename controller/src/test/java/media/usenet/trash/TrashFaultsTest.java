package media.usenet.trash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import media.usenet.linux.ErrnoException;
import media.usenet.mover.FakeSlots;
import media.usenet.trash.Act.Claim;
import media.usenet.trash.Act.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plans are applied, undone and emptied while the program is killed, drives are pulled, disks fail and people
/// change files, at any step. Whatever happens, every body of bytes that people did not destroy themselves is
/// on a disk, or was emptied from the trash while what was kept instead stood there, read just before.
/// Repeatable by its seed.
class TrashFaultsTest {

    private static final int RUNS = Integer.getInteger("trash.runs", 1_000);
    private static final long FIRST_SEED = Long.getLong("trash.seed", 20261121);

    @TempDir
    private Path folder;

    @Test
    void no_content_vanishes_in_a_thousand_runs_with_faults() throws IOException {
        var seen = new HashMap<String, Integer>();
        for (int run = 0; run < RUNS; run++) {
            var place = Files.createTempDirectory(memory(), "trash");
            try {
                new Run(place, FIRST_SEED + run, seen).all();
            } catch (AssertionError e) {
                throw new AssertionError("with -Dtrash.seed=%d -Dtrash.runs=1".formatted(FIRST_SEED + run), e);
            } finally {
                delete(place);
            }
        }
        // A run in which nothing of this happens proves nothing.
        if (RUNS >= 1_000) {
            assertThat(seen).allSatisfy((_, times) -> assertThat(times).isGreaterThan(20));
            assertThat(seen)
                    .containsKeys("KILL", "DISK", "YANK", "PERSON", "taken", "restored", "emptied", "refused", "waits");
        }
    }

    /// A file system in memory: the steps are the same, and syncing it costs nothing.
    private Path memory() {
        var shm = Path.of("/dev/shm");
        return Files.isWritable(shm) ? shm : folder;
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (var file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    /// The process is gone at once; nothing of it runs any more.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private enum Fault {
        NONE,
        KILL,
        DISK,
        YANK,
        PERSON
    }

    private static final class Run {

        private static final List<String> SLOTS = List.of("one", "two");

        private final Random random;
        private final Path place;
        private final FakeSlots slots;
        private final Map<String, Integer> seen;
        private final Map<Long, String> expected = new HashMap<>();
        private final Map<Long, String> homes = new HashMap<>();
        private final Set<Long> touched = new HashSet<>();
        private final Map<Integer, String> planned = new HashMap<>();
        private final Set<Integer> proved = new HashSet<>();
        private final List<String> names = new ArrayList<>();
        private Fault fault = Fault.NONE;
        private int steps;
        private int made;

        Run(Path place, long seed, Map<String, Integer> seen) throws IOException {
            this.place = place;
            this.random = new Random(seed);
            this.slots = new FakeSlots(place, "one", "two");
            this.seen = seen;
        }

        void all() throws IOException {
            var plan = plan();
            for (int turn = 0; turn < 2 + random.nextInt(5); turn++) {
                fault = any(List.of(Fault.values()));
                steps = random.nextInt(30);
                count(fault.name());
                proved.clear();
                act(plan);
                assertNothingLost();
                if (random.nextInt(3) > 0) {
                    bringBack();
                }
                if (random.nextInt(3) == 0) {
                    person();
                }
            }
            bringBack();
            fault = Fault.NONE;
            trash().settle();
            assertNothingLost();
            trash().undo(plan.id(), plan.acts(), _ -> {});
            assertNothingLost();
            assertAllThatNobodyTouchedIsAtHome();
        }

        private void act(Plan plan) throws IOException {
            try {
                switch (random.nextInt(5)) {
                    case 0, 1 ->
                        told(
                                "taken",
                                trash().apply(
                                                plan,
                                                Set.of(Question.TORRENTS, Question.STREAMS),
                                                LastLook.none(),
                                                _ -> {}));
                    case 2 -> told("restored", trash().undo(plan.id(), plan.acts(), _ -> {}));
                    case 3 -> told("emptied", trash().empty(trash().contents().entries(), _ -> {}));
                    default -> trash().settle();
                }
            } catch (Killed _) {
                // And the next one finds what it left.
            }
        }

        private void told(String word, List<ActOutcome> outcomes) {
            for (var outcome : outcomes) {
                switch (outcome.became()) {
                    case DONE -> count(word);
                    case REFUSED -> count("refused");
                    case WAITS -> count("waits");
                }
            }
        }

        private void count(String word) {
            seen.merge(word, 1, Integer::sum);
        }

        private Trash trash() {
            var files = new OpenFiles(new media.usenet.holders.Holders(Path.of("/proc")));
            return new Trash(slots, new Witnesses(List.of(files)), Instant::now, this::at);
        }

        private Plan plan() throws IOException {
            var acts = new ArrayList<Act>();
            int works = 1 + random.nextInt(5);
            for (int work = 1; work <= works; work++) {
                acts.add(act(work));
            }
            return new Plan("20261121-test", Instant.EPOCH, acts);
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private Act act(int number) throws IOException {
            var slot = SLOTS.get(random.nextInt(2));
            var claim = random.nextBoolean() ? Claim.IDENTICAL : Claim.BETTER;
            var kind = claim == Claim.BETTER ? Kind.TRASH : any(List.of(Kind.values()));
            var other = kind == Kind.TRASH ? SLOTS.get(random.nextInt(2)) : slot;
            var body = body();
            planned.put(number, body);
            var kept = make(other, "media/movies/Film %d/Film %d.mkv".formatted(number, number), body);
            var loser = make(
                    slot,
                    "media/movies/Film %d/Film %d copy.mkv".formatted(number, number),
                    claim == Claim.IDENTICAL ? body : body());
            return new Act(number, kind, claim, loser, kept);
        }

        private String body() {
            return "content %d ".formatted(++made).repeat(1 + random.nextInt(50));
        }

        private Seen make(String slot, String name, String body) throws IOException {
            var file = slots.path(slot).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, body);
            var now = Stat.of(file);
            expected.put(now.inode(), body);
            homes.put(now.inode(), slot + "/" + name);
            names.add(slot + "/" + name);
            return new Seen(slot, name, now.bytes(), now.modified(), now.inode());
        }

        private void at(Point point, Act act) throws IOException {
            watch(point, act);
            if (fault == Fault.NONE || steps-- > 0) {
                return;
            }
            var now = fault;
            if (now != Fault.PERSON || random.nextInt(4) == 0) {
                fault = Fault.NONE;
            }
            switch (now) {
                case KILL -> throw new Killed();
                case DISK ->
                    throw new ErrnoException("write", List.of(5, 28, 30).get(random.nextInt(3)));
                case YANK -> yank();
                case PERSON -> person();
                case NONE -> {}
            }
        }

        private void watch(Point point, Act act) throws IOException {
            if (point == Point.EMPTY_VERIFIED) {
                proved.add(act.number());
            }
            if (point == Point.EMPTIED) {
                var kept = find(act.kept().inode());
                assertThat(kept).as("what was kept instead of " + act.loser()).isNotEmpty();
                assertThat(Files.readString(kept.getFirst())).isEqualTo(planned.get(act.number()));
                assertThat(proved).as("was read just before").contains(act.number());
                expected.remove(act.loser().inode());
            }
        }

        private void yank() throws IOException {
            var slot = SLOTS.get(random.nextInt(2));
            slots.online(slot, false);
            Files.move(slots.path(slot), place.resolve("pulled-" + slot));
            if (random.nextBoolean()) {
                throw new ErrnoException("read", 5);
            }
        }

        private void bringBack() throws IOException {
            for (var slot : SLOTS) {
                if (Files.exists(place.resolve("pulled-" + slot))) {
                    Files.move(place.resolve("pulled-" + slot), slots.path(slot));
                    slots.online(slot, true);
                }
            }
        }

        /// Someone else changes, replaces, removes or makes a file, without asking.
        private void person() throws IOException {
            var name = names.get(random.nextInt(names.size()));
            var file = place.resolve(name);
            if (!Files.isDirectory(Objects.requireNonNull(file.getParent()))) {
                return;
            }
            if (!Files.exists(file)) {
                Files.writeString(file, fresh());
                know(file);
                return;
            }
            var before = Stat.of(file);
            touched.add(before.inode());
            switch (random.nextInt(3)) {
                case 0 -> {
                    Files.writeString(file, "more", StandardOpenOption.APPEND);
                    know(file);
                }
                case 1 -> {
                    forget(before);
                    Files.delete(file);
                }
                default -> {
                    forget(before);
                    var beside = file.resolveSibling("beside");
                    Files.writeString(beside, fresh());
                    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
                    know(file);
                }
            }
        }

        private String fresh() {
            return "made by a person, " + ++made;
        }

        private void know(Path file) throws IOException {
            var inode = Stat.of(file).inode();
            touched.add(inode);
            expected.put(inode, Files.readString(file));
        }

        private void forget(Stat file) {
            if (file.links() == 1) {
                expected.remove(file.inode());
            }
        }

        private void assertNothingLost() throws IOException {
            for (var body : expected.entrySet()) {
                var places = find(body.getKey());
                assertThat(places).as(body.getValue()).isNotEmpty();
                assertThat(Files.readString(places.getFirst())).isEqualTo(body.getValue());
            }
        }

        private void assertAllThatNobodyTouchedIsAtHome() throws IOException {
            for (var inode : expected.keySet()) {
                var home = homes.get(inode);
                if (home != null && !touched.contains(inode) && free(home, inode)) {
                    assertThat(Stat.of(place.resolve(home)).inode()).as(home).isEqualTo(inode);
                }
            }
        }

        /// Whether no person put something else there.
        private boolean free(String home, long inode) throws IOException {
            var file = place.resolve(home);
            return !Files.exists(file)
                    || Stat.of(file).inode() == inode
                    || !touched.contains(Stat.of(file).inode());
        }

        private List<Path> find(long inode) throws IOException {
            try (Stream<Path> files = Files.walk(place)) {
                var found = new ArrayList<Path>();
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (Stat.of(file).inode() == inode) {
                        found.add(file);
                    }
                }
                return found;
            }
        }
    }
}
