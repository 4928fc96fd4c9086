package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MediaNamesTest {

    private static Ran names(String typed, String... options) {
        var args = new String[options.length + 2];
        args[0] = "media";
        args[1] = "names";
        System.arraycopy(options, 0, args, 2, options.length);
        return Ran.with(Map.of(), Ran.PIPE, typed, args);
    }

    @Test
    void answersOneObjectALineAndAsksNoController() {
        var ran = names("Night.Ferry.S02E03.720p.WEB.H264-TIDE\nHarbour Lights (2014)\n", "--json");
        assertThat(ran.out()).isEqualTo("""
            {"type":"episode","title":"Night Ferry","season":[2],"episode":[3],"resolution":"720p","source":"web",\
            "video_codec":"h264","release_group":"TIDE"}
            {"type":"movie","title":"Harbour Lights","year":2014}
            """);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
    }

    @Test
    void answersALineForALineThatSaysNothing() {
        assertThat(names("\n185d86a343e39f3341e35c4dad3f9959\n", "--json").out())
                .isEqualTo("{}\n{}\n");
    }

    @Test
    void showsPeopleWhatItFound() {
        assertThat(names("Harbour Lights (2014)").out()).isEqualTo("""
            Harbour Lights (2014)
              type: movie
              title: Harbour Lights
              year: 2014
            """);
    }

    @Test
    void printsNoControlCharactersOfANameToATerminal() {
        assertThat(names("Harbour\u001b[2JLights 2014").out()).doesNotContain("\u001b");
    }

    @Test
    void endsQuietlyWithoutNames() {
        assertThat(names("").out()).isEmpty();
    }
}
