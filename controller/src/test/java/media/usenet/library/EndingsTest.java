package media.usenet.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingsTest {

    @TempDir
    Path folder;

    /// EBML header of 4 bytes, then a segment of 32; `ftyp` of 16, then `mdat` of 24.
    private static final String MATROSKA = "1A45DFA3 84 00000000 18538067 A0".replace(" ", "") + "00".repeat(32);
    private static final String LIVE = "1A45DFA3 84 00000000 18538067 01FFFFFFFFFFFFFF".replace(" ", "");
    private static final String MP4 =
            "00000010 66747970 69736F6D 00000000 00000018 6D646174".replace(" ", "") + "00".repeat(16);

    private String missing(String hex, int cut) throws IOException {
        var bytes = HexFormat.of().parseHex(hex);
        var file = folder.resolve("film");
        Files.write(file, Arrays.copyOf(bytes, bytes.length - cut));
        return Endings.missing(file, Files.size(file)).orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "0, nothing",
        "1, it ends 1 bytes before its container does",
        "30, it ends 30 bytes before its container does"
    })
    void aMatroskaFileIsAsLongAsItsSegmentSays(int cut, String missing) throws IOException {
        assertThat(missing(MATROSKA, cut)).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({"0, nothing", "5, it ends 5 bytes before its container does"})
    void anMp4FileIsAsLongAsItsBoxesSay(int cut, String missing) throws IOException {
        assertThat(missing(MP4, cut)).isEqualTo(missing);
    }

    @Test
    void aContainerThatDoesNotSayIsNotCalledTruncated() throws IOException {
        assertThat(missing(LIVE, 0)).isEqualTo("nothing");
        assertThat(missing("00".repeat(64), 0)).isEqualTo("nothing");
        assertThat(missing("1A45DFA3", 0)).isEqualTo("nothing");
        assertThat(missing("FF".repeat(64), 0)).isEqualTo("nothing");
    }

    @Test
    void aBoxThatReachesToTheEndIsWhole() throws IOException {
        assertThat(missing(MP4.replace("000000186D646174", "000000006D646174"), 0))
                .isEqualTo("nothing");
    }
}
