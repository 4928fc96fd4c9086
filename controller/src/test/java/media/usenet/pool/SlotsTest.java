package media.usenet.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import media.usenet.linux.ToyMountTable;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {

    private static final SlotName FILMS = new SlotName("films");

    @TempDir
    private Path folder;

    private Path root;
    private Path run;
    private ToyMountTable table;
    private Slots slots;

    @BeforeEach
    void pool() throws IOException {
        var machine = folder.toRealPath().resolve("machine");
        Files.createDirectories(machine.resolve("proc/self"));
        root = folder.toRealPath().resolve("pool");
        run = folder.toRealPath().resolve("run");
        table = new ToyMountTable(machine.resolve("proc/self/mountinfo"), true);
        var pool = new Pool(table, machine, run, true);
        pool.prepare(root);
        slots = pool.slots(root);
    }

    @Test
    void a_slot_is_made_in_the_guard_and_found_in_the_pool() {
        assertThat(slots.make(FILMS)).isEqualTo(root.resolve("root/films"));
        assertThat(slots.make(FILMS)).isEqualTo(slots.of(FILMS));
        assertThat(run.resolve("guard/root/films")).isEmptyDirectory();
    }

    @Test
    void drives_are_checked_in_a_place_of_their_own() {
        assertThat(slots.staging(FILMS)).isEqualTo(run.resolve("staging/films")).isEmptyDirectory();
    }

    @Test
    void an_empty_slot_is_removed_and_may_be_removed_again() {
        slots.make(FILMS);
        slots.staging(FILMS);
        slots.remove(FILMS);
        slots.remove(FILMS);
        assertThat(run.resolve("guard/root")).isEmptyDirectory();
        assertThat(run.resolve("staging/films")).doesNotExist();
    }

    @Test
    void a_slot_with_a_drive_stays() {
        table.with(slots.make(FILMS), "ext4", "/dev/sdb1", true);
        assertThat(slots.isMounted(FILMS)).isTrue();
        refused(() -> slots.remove(FILMS), Problem.SLOT_IN_USE, "eject it first");
        assertThat(run.resolve("guard/root/films")).isDirectory();
    }

    @Test
    void a_slot_with_files_stays() throws Exception {
        slots.make(FILMS);
        Files.createFile(run.resolve("guard/root/films/film"));
        refused(() -> slots.remove(FILMS), Problem.SLOT_IN_USE, "move them away");
    }

    @Test
    void without_the_guard_no_slot_can_be_made() throws Exception {
        Files.delete(run.resolve("guard/root"));
        refused(() -> slots.make(FILMS), Problem.POOL_NOT_READY, "usenet services up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".pool", "..", "a/b", "-a", "Films", "ä", "films ", "123456789012345678901234567890123"})
    void a_name_that_could_lead_elsewhere_is_refused(String name) {
        refused(() -> new SlotName(name), Problem.INVALID_REQUEST, "1 to 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "4k", "films-2", "12345678901234567890123456789012"})
    void a_plain_name_is_one(String name) {
        assertThat(new SlotName(name)).hasToString(name);
    }

    private static void refused(Runnable call, Problem problem, String remedy) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.remedy()).contains(remedy);
        });
    }
}
