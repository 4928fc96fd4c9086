package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import media.usenet.copies.FreedBytes.Change.HardLink;
import media.usenet.copies.FreedBytes.Change.Reflink;
import media.usenet.copies.FreedBytes.Change.Removal;
import media.usenet.copies.FreedBytes.Occupied;
import media.usenet.linux.FileExtent;
import org.junit.jupiter.api.Test;

class FreedBytesTest {

    private final Occupied film = new Occupied(new FileKey(1, 1), 4096, 1, List.of());
    private final Occupied twice = new Occupied(new FileKey(1, 2), 8192, 2, List.of());

    @Test
    void a_file_frees_what_it_takes_with_its_last_name() {
        assertThat(FreedBytes.of(List.of(new Removal(film)))).isEqualTo(exactly(4096));
        assertThat(FreedBytes.of(List.of(new Removal(twice)))).isEqualTo(exactly(0));
        assertThat(FreedBytes.of(List.of(new Removal(twice), new Removal(twice))))
                .isEqualTo(exactly(8192));
    }

    @Test
    void a_hard_link_frees_the_replaced_file_and_holds_the_kept_one() {
        assertThat(FreedBytes.of(List.of(new HardLink(film, twice)))).isEqualTo(exactly(4096));
        assertThat(FreedBytes.of(List.of(new Removal(film), new HardLink(twice, film))))
                .isEqualTo(exactly(0));
        assertThat(FreedBytes.of(List.of(new HardLink(twice, twice)))).isEqualTo(exactly(0));
    }

    @Test
    void a_reflink_frees_the_replaced_file_s_blocks() {
        assertThat(FreedBytes.of(List.of(new Reflink(film, twice)))).isEqualTo(exactly(4096));
    }

    @Test
    void shared_blocks_are_never_promised_and_counted_once() {
        var one = new Occupied(new FileKey(1, 3), 12_288, 1, List.of(extent(0, 8192, true), extent(8192, 4096, false)));
        var two = new Occupied(new FileKey(1, 4), 8192, 1, List.of(extent(0, 8192, true)));
        assertThat(FreedBytes.of(List.of(new Removal(one)))).isEqualTo(new FreedBytes(4096, 12_288));
        assertThat(FreedBytes.of(List.of(new Removal(one), new Removal(two)))).isEqualTo(new FreedBytes(4096, 12_288));
    }

    private static FileExtent extent(long start, long bytes, boolean shared) {
        return new FileExtent(start, 1 << 20 | start, bytes, shared, true);
    }

    private static FreedBytes exactly(long bytes) {
        return new FreedBytes(bytes, bytes);
    }
}
