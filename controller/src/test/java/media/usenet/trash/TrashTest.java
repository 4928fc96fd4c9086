package media.usenet.trash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import media.usenet.mover.FakeSlots;
import media.usenet.trash.Act.Claim;
import media.usenet.trash.Act.Kind;
import media.usenet.trash.ActOutcome.Became;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {

    private static final String KEPT = "media/movies/Sintel (2010)/Sintel.2160p.mkv";
    private static final String LOSER = "media/movies/Sintel (2010)/Sintel.720p.mkv";
    private static final Set<Question> APPLICATIONS = EnumSet.of(Question.TORRENTS, Question.STREAMS);

    @TempDir
    private Path folder;

    private FakeSlots slots;
    private Trash trash;

    @BeforeEach
    void two_slots() throws IOException {
        slots = new FakeSlots(folder, "films", "archive");
        trash = trash(List.of());
    }

    private Trash trash(List<Witness> applications) {
        return new Trash(slots, applications, Path.of("/proc"), Instant::now);
    }

    @Test
    void a_taken_file_lies_in_the_trash_of_its_drive_and_comes_back_as_it_was() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        var file = at("films", LOSER);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-02-03T04:05:06.123456789Z")));
        plan = again(plan);
        var before = Stat.of(file);

        assertThat(became(plan)).isEqualTo(Became.DONE);

        assertThat(file).doesNotExist();
        assertThat(at("films", ".usenet-trash/p-1/0001/Sintel.720p.mkv")).hasContent("same");
        assertThat(trash.contents().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.plan()).isEqualTo("p-1"));

        trash.undo(plan.id(), plan.acts(), _ -> {});

        var after = Stat.of(file);
        assertThat(after.inode()).isEqualTo(before.inode());
        assertThat(after.modified()).isEqualTo(before.modified());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(at("films", ".usenet-trash")).doesNotExist();
    }

    @Test
    void a_plan_that_was_applied_is_applied_again_without_harm() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");

        assertThat(became(plan)).isEqualTo(Became.DONE);
        assertThat(became(plan)).isEqualTo(Became.DONE);
        assertThat(trash.contents().entries()).hasSize(1);
    }

    @Test
    void the_last_look_is_at_both_files_once_all_else_is_known() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        var seen = new ArrayList<Boolean>();
        LastLook look = _ -> seen.add(Files.exists(at("films", LOSER)) && Files.exists(at("films", KEPT)));

        trash.apply(plan, Set.of(), look, _ -> {});
        assertThat(seen).as("nobody knows whether a torrent seeds it").isEmpty();

        trash.apply(plan, APPLICATIONS, look, _ -> {});
        trash.apply(plan, APPLICATIONS, look, _ -> {});
        assertThat(seen).containsExactly(true);
    }

    @Test
    void a_last_look_that_fails_leaves_the_file() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        LastLook look = _ -> {
            throw new IllegalStateException("the journal is full");
        };

        assertThatThrownBy(() -> trash.apply(plan, APPLICATIONS, look, _ -> {})).hasMessage("the journal is full");

        assertThat(at("films", LOSER)).hasContent("same");
        assertThat(trash.contents().entries()).isEmpty();
    }

    @Test
    void identical_is_proved_byte_by_byte_before_anything_goes() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same bytes", "same bites");

        assertThat(refusal(plan)).contains("byte 6 differs");
        assertThat(at("films", LOSER)).hasContent("same bites");
    }

    @Test
    void identical_files_of_many_pieces_are_compared_to_their_end() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "", "");
        try (var kept = new RandomAccessFile(at("films", KEPT).toFile(), "rw");
                var loser = new RandomAccessFile(at("films", LOSER).toFile(), "rw")) {
            kept.setLength(9 << 20);
            loser.setLength(9 << 20);
            loser.seek((9 << 20) - 1);
            loser.write(1);
        }

        assertThat(refusal(again(plan))).contains("byte %d differs".formatted((9 << 20) - 1));
    }

    @Test
    void a_better_file_that_is_empty_replaces_nothing() throws IOException {
        assertThat(refusal(plan(Kind.TRASH, Claim.BETTER, "", "old"))).contains("nothing in what is kept");
    }

    @Test
    void a_file_that_changed_since_the_plan_stays() throws IOException {
        var plan = plan(Kind.TRASH, Claim.BETTER, "better", "old");
        Files.writeString(at("films", LOSER), "old, and then edited");

        assertThat(refusal(plan)).contains("changed since the plan");
    }

    @Test
    void nothing_goes_for_a_file_that_changed_or_went_since_the_plan() throws IOException {
        var plan = plan(Kind.TRASH, Claim.BETTER, "better", "old");
        Files.delete(at("films", KEPT));

        assertThat(refusal(plan)).contains("is gone since the plan");
        assertThat(at("films", LOSER)).exists();
    }

    @Test
    void a_file_that_someone_has_open_stays() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        try (var reader = FileChannel.open(at("films", LOSER))) {
            assertThat(reader.size()).isEqualTo(4);
            assertThat(refusal(plan)).contains("has it open: java (process");
        }
        assertThat(became(plan)).isEqualTo(Became.DONE);
    }

    @Test
    void what_no_application_says_is_not_taken_for_free() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");

        var outcome = trash.apply(plan, Set.of(Question.STREAMS), LastLook.none(), _ -> {})
                .getFirst();

        assertThat(outcome.because()).contains("whether a torrent seeds it").contains("--unasked torrents");
        assertThat(at("films", LOSER)).exists();
    }

    @Test
    void what_a_torrent_seeds_stays() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        trash = trash(List.of(witness(new Use.Busy("transmission: Sintel"))));

        var outcome = trash.apply(plan, Set.of(Question.STREAMS), LastLook.none(), _ -> {})
                .getFirst();

        assertThat(outcome.because()).isEqualTo("a torrent seeds it: transmission: Sintel");
    }

    private static Witness witness(Use use) {
        return new Witness() {
            @Override
            public Question question() {
                return Question.TORRENTS;
            }

            @Override
            public Use use(Path file) {
                return use;
            }
        };
    }

    @Test
    void an_identical_file_becomes_a_hard_link_and_itself_again() throws IOException {
        var plan = plan(Kind.HARD_LINK, Claim.IDENTICAL, "same", "same");
        var own = Stat.of(at("films", LOSER)).inode();
        var kept = Stat.of(at("films", KEPT)).inode();

        assertThat(became(plan)).isEqualTo(Became.DONE);
        assertThat(Stat.of(at("films", LOSER)).inode()).isEqualTo(kept);

        trash.undo(plan.id(), plan.acts(), _ -> {});
        assertThat(Stat.of(at("films", LOSER)).inode()).isEqualTo(own);
        assertThat(Stat.of(at("films", KEPT)).links()).isEqualTo(1);
        assertThat(at("films", "media/movies/Sintel (2010)").toFile().list()).hasSize(2);
    }

    @Test
    void a_hard_link_of_what_is_kept_is_no_duplicate() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        Files.delete(at("films", LOSER));
        Files.createLink(at("films", LOSER), at("films", KEPT));

        assertThatThrownBy(() -> again(plan)).hasMessageContaining("cannot replace itself");
    }

    @Test
    void undo_replaces_nothing_that_took_the_name_meanwhile() throws IOException {
        var plan = plan(Kind.TRASH, Claim.BETTER, "better", "old");
        became(plan);
        Files.writeString(at("films", LOSER), "newer");

        assertThat(trash.undo(plan.id(), plan.acts(), _ -> {}).getFirst().because())
                .contains("another file has its name");
        assertThat(at("films", LOSER)).hasContent("newer");
        assertThat(trash.contents().entries()).hasSize(1);
    }

    @Test
    void an_entry_that_the_trash_has_already_is_not_replaced() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        var entry = at("films", ".usenet-trash/p-1/0001/Sintel.720p.mkv");
        Files.createDirectories(entry.getParent());
        Files.writeString(entry, "somebody's");

        assertThat(refusal(plan)).contains("an entry of that name already");
        assertThat(entry).hasContent("somebody's");
        assertThat(at("films", LOSER)).hasContent("same");
    }

    @Test
    void a_path_that_leads_over_a_link_is_not_followed() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        var real = at("films", "media/movies/Sintel (2010)");
        Files.move(real, folder.resolve("elsewhere"));
        Files.createSymbolicLink(real, folder.resolve("elsewhere"));

        assertThat(trash.apply(plan, APPLICATIONS, LastLook.none(), _ -> {})
                        .getFirst()
                        .became())
                .isEqualTo(Became.REFUSED);
        assertThat(folder.resolve("elsewhere/Sintel.720p.mkv")).exists();
    }

    @Test
    void a_drive_that_is_gone_is_waited_for() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        slots.online("films", false);

        assertThat(became(plan)).isEqualTo(Became.WAITS);
        assertThat(trash.contents().unread()).containsExactly("films");
        slots.online("films", true);
        assertThat(became(plan)).isEqualTo(Became.DONE);
    }

    @Test
    void emptying_deletes_after_what_was_kept_was_read_again() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        became(plan);

        assertThat(trash.empty(trash.contents().entries(), _ -> {}).getFirst().became())
                .isEqualTo(Became.DONE);

        assertThat(at("films", ".usenet-trash")).doesNotExist();
        assertThat(at("films", KEPT)).hasContent("same");
    }

    @Test
    void emptying_leaves_what_has_no_kept_file_any_more() throws IOException {
        var plan = plan(Kind.TRASH, Claim.BETTER, "better", "old");
        became(plan);
        Files.delete(at("films", KEPT));

        assertThat(trash.empty(trash.contents().entries(), _ -> {}).getFirst().because())
                .contains("is not there as it was");
        assertThat(trash.undo(plan.id(), plan.acts(), _ -> {}).getFirst().became())
                .isEqualTo(Became.DONE);
        assertThat(at("films", LOSER)).hasContent("old");
    }

    @Test
    void a_journal_that_was_cut_off_tells_what_stands_before() throws IOException {
        var plan = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same");
        became(plan);
        var journal = at("films", ".usenet-trash/p-1/journal");
        var bytes = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 20));

        trash(List.of()).settle();

        assertThat(at("films", LOSER)).hasContent("same");
        assertThat(at("films", ".usenet-trash")).doesNotExist();
    }

    @Test
    void no_plan_keeps_a_file_that_it_takes() throws IOException {
        var act = plan(Kind.TRASH, Claim.IDENTICAL, "same", "same").acts().getFirst();
        var back = new Act(2, Kind.TRASH, Claim.IDENTICAL, /* loser= */ act.kept(), /* kept= */ act.loser());

        assertThatThrownBy(() -> new Plan("p-1", Instant.EPOCH, List.of(act, back)))
                .hasMessageContaining("both kept and taken");
    }

    private Became became(Plan plan) {
        return trash.apply(plan, APPLICATIONS, LastLook.none(), _ -> {})
                .getFirst()
                .became();
    }

    private String refusal(Plan plan) {
        var outcome = trash.apply(plan, APPLICATIONS, LastLook.none(), _ -> {}).getFirst();
        assertThat(outcome.became()).isEqualTo(Became.REFUSED);
        return outcome.because();
    }

    private Plan plan(Kind kind, Claim claim, String kept, String loser) throws IOException {
        write(KEPT, kept);
        write(LOSER, loser);
        return new Plan("p-1", Instant.EPOCH, List.of(act(kind, claim)));
    }

    private Plan again(Plan plan) throws IOException {
        var act = plan.acts().getFirst();
        return new Plan(plan.id(), plan.made(), List.of(act(act.kind(), act.claim())));
    }

    private Act act(Kind kind, Claim claim) throws IOException {
        return new Act(1, kind, claim, trash.look("films", LOSER), trash.look("films", KEPT));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(at("films", name).getParent());
        Files.writeString(at("films", name), text);
    }

    private Path at(String slot, String name) {
        return slots.path(slot).resolve(name);
    }
}
