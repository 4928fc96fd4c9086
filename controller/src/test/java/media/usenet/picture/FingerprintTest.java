package media.usenet.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Fingerprint FILM = new Fingerprint(
            Duration.ofHours(2),
            new Bars(120, 130, 0, 5),
            List.of(new FrameHash(1000, -1, 2, 3, 4, 60), new FrameHash(9000, 5, 6, 7, 8, 0)),
            IndexCurve.of(new double[] {0, 1000, 2_000_000}));

    @Test
    void comes_back_from_its_bytes() {
        assertThat(Fingerprint.ofBytes(FILM.toBytes())).contains(FILM);
        var bare = new Fingerprint(Duration.ZERO, Bars.NONE, List.of(), null);
        assertThat(Fingerprint.ofBytes(bare.toBytes())).contains(bare);
    }

    @Test
    void bytes_of_another_version_or_cut_off_are_none() {
        var bytes = FILM.toBytes();
        assertThat(Fingerprint.ofBytes(Arrays.copyOf(bytes, bytes.length - 1))).isEmpty();
        assertThat(Fingerprint.ofBytes(new byte[0])).isEmpty();
        bytes[0]++;
        assertThat(Fingerprint.ofBytes(bytes)).isEmpty();
    }

    @Test
    void two_hours_take_less_than_ten_kilobytes() {
        var curve = IndexCurve.of(new double[7200]);
        var film = new Fingerprint(Duration.ofHours(2), Bars.NONE, FILM.frames(), curve);
        assertThat(film.toBytes()).hasSizeLessThan(10_000);
    }
}
