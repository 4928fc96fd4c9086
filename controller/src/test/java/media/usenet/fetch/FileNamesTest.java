package media.usenet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amélie (2001) [1080p].mkv",
                "Ame\u0301lie.mkv",
                "Mission: Impossible.mkv",
                "2001: A Space Odyssey.mkv",
                "What If...?.mkv",
                "Who's Afraid of Virginia Woolf?.mkv",
                "50% off.mkv",
                "100%.mkv",
                "$9.99.mkv",
                "#Alive.mkv",
                "M*A*S*H.mkv",
                "عربي فيلم.mkv",
                "می\u200cخواهم.mkv",
                "👨‍👩‍👧.mp4",
                "⭐️ best.mkv",
                "a+b=c, d@e ~ {x}.mkv",
                "Æon — Flux…mkv",
                "..And then.mkv"
            })
    void titles_are_names(String title) {
        assertThat(FileNames.flaw(title)).isEmpty();
        assertThat(FileNames.safe(title)).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "．．",
                " ",
                "a/b",
                "a\\b",
                "a／b",
                "a＼b",
                "\u2100.mkv",
                "-i",
                "－i",
                "@list",
                ".hidden",
                " a",
                "a ",
                "a.",
                "%d.jpg",
                "%03d.jpg",
                "%-5s",
                "%2e%2e",
                "concat:a|b",
                "C:x",
                "file:x",
                "md5:",
                "subfile,,start,0:x",
                "con",
                "Con.mkv",
                "aux .txt",
                "COM1",
                "lpt¹.mkv",
                "a\u0000",
                "a\nb",
                "a\u202eb",
                "a\u200bb",
                "a\u200db",
                "a\ufeffb",
                "a\u00adb",
                "\ud800",
                "a\u2028b"
            })
    void what_leads_elsewhere_or_deceives_is_none_and_gets_a_safe_one(String name) {
        assertThat(FileNames.flaw(name)).isPresent();
        assertThat(FileNames.flaw(FileNames.safe(name)))
                .as(FileNames.safe(name))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "../../etc/passwd>_.._etc_passwd",
                "C:\\Users\\film.mkv>C__Users_film.mkv",
                ".hidden.mkv>hidden.mkv",
                "con.mkv>file_con.mkv",
                "a%03d.jpg>a_03d.jpg"
            })
    void the_safe_name_is_near_to_the_given_one(String name, String safe) {
        assertThat(FileNames.safe(name)).isEqualTo(safe);
    }

    @Test
    void a_long_name_keeps_its_extension_and_whole_characters() {
        var safe = FileNames.safe("日".repeat(200) + ".mkv");
        assertThat(safe).startsWith("日").endsWith("日.mkv");
        assertThat(safe.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(220, 235);
    }
}
