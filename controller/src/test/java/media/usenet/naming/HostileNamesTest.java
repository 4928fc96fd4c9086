package media.usenet.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileNamesTest {

    private static final int SHORT = 2 << 10;
    private static final int TIMES_LONGER = 8;

    /// What eight times the length may cost: linear is 8, quadratic would be 64.
    private static final double MOST = 24;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.",
                "[",
                "[a",
                "(a)",
                "]",
                "-",
                ".",
                " / a",
                "漢",
                "2000.",
                "[2000]",
                "01 - ",
                "01-",
                "[01]",
                "5.1.",
                "1.2.",
                "S01E01-",
                "s1e1-e1999.e1-e1999.",
                "e1-e2000-e1-",
                "1x01x",
                "s01-s02-",
                "season 1,2,",
                "french.",
                "extended.",
                "x264-",
                "web.nf.",
                "www.a.com.",
                "1 of 2 ",
                "jan ",
                "12.5 ",
                "a_b-c ",
                "S",
                "'",
                "20101010."
            })
    void costTimeThatGrowsWithTheirLengthOnly(String piece) {
        double shorter = cost(filled(piece, SHORT));
        double longer = cost(filled(piece, SHORT * TIMES_LONGER));
        assertThat(longer / shorter).isLessThan(MOST);
    }

    @Test
    void areReadWhateverTheyHold() {
        var random = new Random(7);
        var letters = "aS0E1x.-_ []()【】/\\|+~#éЖ漢\u0000\u0007\ud83d\udca9\ufffd'&";
        for (int name = 0; name < 20_000; name++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThatCode(() -> ReleaseParser.parse(text.toString()).fields())
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void thatCountThousandsOfEpisodesAreCutShort() {
        var release = ReleaseParser.parse("Show.S01" + "E1-E9999".repeat(500));
        assertThat(release.numbering().episodes()).hasSizeLessThan(5_000);
    }

    private static String filled(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    /// The least processor time of several readings: other programs only ever add to it.
    private static double cost(String name) {
        var threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 15; run++) {
            long start = threads.getCurrentThreadCpuTime();
            ReleaseParser.parse(name);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
        }
        return Math.max(1, least);
    }
}
