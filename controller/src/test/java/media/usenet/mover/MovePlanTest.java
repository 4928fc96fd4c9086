package media.usenet.mover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovePlanTest {

    private static final long GIB = 1L << 30;

    @Test
    void a_balance_moves_whole_titles_until_free_space_is_alike() {
        var full = on(slot("films", 1000, 100), titles(45, 20));
        var empty = on(slot("archive", 1000, 1000));
        var plan = BalancePlan.of(List.of(full, empty), 5, 0);

        assertThat(freePercent(plan, full)).isBetween(52.0, 58.0);
        assertThat(freePercent(plan, empty)).isBetween(52.0, 58.0);
        assertThat(plan.moves())
                .allMatch(move -> move.from().equals("films") && move.to().equals("archive"));
        assertThat(titleCount(plan)).isEqualTo(plan.moves().size() / 2);
    }

    @Test
    void a_balance_goes_by_shares_and_not_by_bytes() {
        var large = on(slot("large", 4000, 400), titles(180, 20));
        var small = on(slot("small", 500, 450), titles(5, 10));
        var plan = BalancePlan.of(List.of(large, small), 5, 0);
        assertThat(freePercent(plan, large) - freePercent(plan, small)).isBetween(-5.0, 5.0);
    }

    @Test
    void a_balance_takes_the_fewest_moves() {
        var full = on(
                slot("films", 1000, 0),
                file("media/movies/a/a.mkv", 500),
                file("media/movies/b/b.mkv", 250),
                file("media/movies/c/c.mkv", 250));
        var plan = BalancePlan.of(List.of(full, on(slot("archive", 1000, 1000))), 2, 0);
        assertThat(plan.moves()).extracting(move -> move.file().name()).containsExactly("media/movies/a/a.mkv");
    }

    @Test
    void what_is_even_enough_is_left_alone() {
        var one = on(slot("one", 1000, 500), titles(25, 20));
        var other = on(slot("other", 1000, 460), titles(27, 20));
        assertThat(BalancePlan.of(List.of(one, other), 5, 0).moves()).isEmpty();
    }

    @Test
    void a_balance_leaves_downloads_that_are_under_way() {
        var full = on(slot("films", 1000, 100), file("downloads/incomplete/x/x.mkv", 900));
        assertThat(BalancePlan.of(List.of(full, on(slot("archive", 1000, 1000))), 5, 0)
                        .moves())
                .isEmpty();
    }

    @Test
    void a_balance_keeps_the_minimum_free() {
        var full = on(slot("films", 1000, 0), titles(50, 20));
        var empty = on(slot("archive", 1000, 1000));
        var plan = BalancePlan.of(List.of(full, empty), 1, 800 * GIB);
        assertThat(freePercent(plan, empty)).isGreaterThanOrEqualTo(80);
    }

    @Test
    void drives_that_are_missing_or_read_only_take_no_part() {
        var full = on(slot("films", 1000, 100), titles(45, 20));
        var archive = slot("archive", 1000, 1000);
        var readOnly =
                new Slot("archive", archive.path(), true, true, "ext4", archive.sizeBytes(), archive.freeBytes());
        assertThat(BalancePlan.of(List.of(full, on(readOnly)), 5, 0).moves()).isEmpty();
    }

    @Test
    void what_is_hard_linked_goes_together() {
        var linked = new LibraryFile(
                List.of("media/movies/a/a.mkv", "downloads/complete/a/a.mkv"), 100 * GIB, Instant.EPOCH, false);
        var beside = file("downloads/complete/a/a.nfo", 1);
        var full = on(slot("films", 1000, 100), linked, beside, file("media/movies/b/b.mkv", 700));
        assertThat(Title.of(full.files())).hasSize(2);
        assertThat(Title.of(full.files()).getLast().files()).containsExactlyInAnyOrder(linked, beside);
    }

    @Test
    void a_drain_takes_everything_to_where_room_is() {
        var old = on(slot("old", 1000, 500), titles(25, 20));
        var plan = DrainPlan.of(List.of(old, on(slot("a", 1000, 300)), on(slot("b", 1000, 400))), "old", 50 * GIB);
        assertThat(plan.left()).isEmpty();
        assertThat(plan.moves()).hasSameSizeAs(old.files());
        assertThat(plan.moves()).extracting(Move::to).contains("a", "b");
        assertThat(titleCount(plan)).isEqualTo(25);
    }

    @Test
    void a_drain_says_what_has_no_place_and_why() {
        var old = on(slot("old", 1000, 0), file("media/a/x/big.mkv", 900), file("media/a/y/small.mkv", 10));
        var plan = DrainPlan.of(List.of(old, on(slot("new", 500, 500))), "old", 0);
        assertThat(plan.moves())
                .singleElement()
                .satisfies(move -> assertThat(move.file().name()).isEqualTo("media/a/y/small.mkv"));
        assertThat(plan.left())
                .containsExactly(new LeftBehind("old", "media/a/x/big.mkv", "no other drive has room for it"));
    }

    @Test
    void a_title_too_large_for_any_drive_is_taken_apart() {
        var old = on(slot("old", 1000, 0), file("media/tv/show/1.mkv", 300), file("media/tv/show/2.mkv", 300));
        var plan = DrainPlan.of(List.of(old, on(slot("a", 500, 400)), on(slot("b", 500, 400))), "old", 0);
        assertThat(plan.moves()).extracting(Move::to).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_name_taken_at_the_destination_is_said_before_anything_moves() {
        var old = on(slot("old", 1000, 500), file("media/a/x/x.mkv", 10));
        var other = on(slot("other", 1000, 500), file("media/a/x/x.mkv", 11));
        assertThat(DrainPlan.of(List.of(old, other), "old", 0).left())
                .containsExactly(new LeftBehind("old", "media/a/x/x.mkv", "other has a media/a/x/x.mkv too"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"What?.mkv", "a:b.mkv", "a*.mkv", "a|b", "a<b", "a>b", "a\"b", "a\\b", "ends.", "ends "})
    void names_that_exfat_cannot_hold_are_said_before_anything_moves(String name) {
        var old = on(slot("old", 1000, 500), file("media/" + name, 10));
        var travel = slot("travel", 1000, 1000);
        var exfat =
                new Slot("travel", travel.path(), true, false, "fuse.exfat", travel.sizeBytes(), travel.freeBytes());
        var plan = DrainPlan.of(List.of(old, on(exfat)), "old", 0);
        assertThat(plan.moves()).isEmpty();
        assertThat(plan.left())
                .singleElement()
                .satisfies(left -> assertThat(left.because()).contains("cannot hold the name '%s'".formatted(name)));
    }

    @ParameterizedTest
    @CsvSource({"exfat,true", "fuse.exfat,true", "vfat,false", "ext4,true", "ntfs3,true", "fuseblk,true"})
    void only_vfat_ends_at_four_gibibytes(String fileSystem, boolean holds) {
        assertThat(new FileSystemLimits(fileSystem)
                        .refusal(file("media/large.mkv", 5))
                        .isEmpty())
                .isEqualTo(holds);
    }

    @Test
    void lengths_of_names_are_bytes_on_linux_and_letters_on_windows() {
        var name = new LibraryFile(List.of("ö".repeat(200)), 1, Instant.EPOCH, false);
        assertThat(new FileSystemLimits("ext4").refusal(name)).isPresent();
        assertThat(new FileSystemLimits("exfat").refusal(name)).isEmpty();
    }

    @Test
    void exfat_takes_no_links() {
        var hard = new LibraryFile(List.of("a", "b"), 1, Instant.EPOCH, false);
        var symbolic = new LibraryFile(List.of("a"), 0, Instant.EPOCH, true);
        assertThat(new FileSystemLimits("exfat").refusal(hard)).hasValue("exfat has no hard links");
        assertThat(new FileSystemLimits("exfat").refusal(symbolic)).hasValue("exfat has no symbolic links");
        assertThat(new FileSystemLimits("ntfs3").refusal(hard)).isEmpty();
    }

    private static double freePercent(MovePlan plan, Inventory inventory) {
        var slot = inventory.slot();
        long free = slot.freeBytes();
        for (var move : plan.moves()) {
            free += move.from().equals(slot.name()) ? move.file().sizeBytes() : 0;
            free -= move.to().equals(slot.name()) ? move.file().sizeBytes() : 0;
        }
        return 100.0 * free / slot.sizeBytes();
    }

    /// How many titles moved, each of which must have gone to one place.
    private static int titleCount(MovePlan plan) {
        Map<Path, List<String>> places = plan.moves().stream()
                .collect(Collectors.groupingBy(
                        move -> Path.of(move.file().name()).getParent(),
                        Collectors.mapping(Move::to, Collectors.toList())));
        assertThat(places.values()).allMatch(list -> list.stream().distinct().count() == 1);
        return places.size();
    }

    private static Slot slot(String name, long gib, long freeGib) {
        return new Slot(name, Path.of("/pool", name), true, false, "ext4", gib * GIB, freeGib * GIB);
    }

    private static Inventory on(Slot slot, LibraryFile... files) {
        return new Inventory(slot, Arrays.asList(files), List.of());
    }

    /// Folders of two files each.
    private static LibraryFile[] titles(int count, long gib) {
        return Stream.iterate(0, number -> number + 1)
                .limit(count)
                .flatMap(number -> Stream.of(
                        file("media/movies/%d/a.mkv".formatted(number), gib - 1),
                        file("media/movies/%d/b.mkv".formatted(number), 1)))
                .toArray(LibraryFile[]::new);
    }

    private static LibraryFile file(String name, long gib) {
        return new LibraryFile(List.of(name), gib * GIB, Instant.EPOCH, false);
    }
}
