package media.usenet.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;

/// Jellyfin and Plex cannot run here. Their answers are written after the shapes of their OpenAPI documents: Jellyfin
/// 10.11.5, `SessionInfoDto` and `BaseItemDto`; Plex, `GET /status/sessions`.
class PlayersIT {

    private static final String JELLYFIN = "MediaBrowser Token=\"k3y\"";

    private static final String SESSIONS = """
            [{"Id":"1","UserName":"Ada","DeviceName":"TV","IsActive":true,
              "PlayState":{"CanSeek":true,"IsPaused":true,"PositionTicks":120000000,"MediaSourceId":"b2"},
              "NowPlayingItem":{"Id":"a1","Name":"Sintel","Path":"/pool/films/media/movies/Sintel.1080p.mkv",
                                "ProviderIds":{"Imdb":"tt1727587"}}},
             {"Id":"2","UserName":"Bob","DeviceName":"Phone","PlayState":{"CanSeek":false}}]
            """;

    private static final String VERSION = """
            {"Items":[{"Id":"b2","Name":"Sintel","Path":"/pool/films/media/movies/Sintel.2160p.mkv"}],
             "TotalRecordCount":1,"StartIndex":0}
            """;

    private static final String PLEX = """
            {"MediaContainer":{"size":1,"Metadata":[{"title":"Sintel","ratingKey":"17",
              "User":{"id":"1","title":"Ada"},"Player":{"title":"Living room","product":"Plex for LG","state":"playing"},
              "Media":[{"id":3,"Part":[{"id":4,"key":"/library/parts/4/1/file.mkv",
                        "file":"/pool/films/media/movies/Sintel.mkv"}]}]}]}}
            """;

    @Test
    void jellyfin_says_what_is_played_and_which_version_of_it() {
        try (var server = new RecordedServer("Authorization", JELLYFIN)
                .when("GET /Sessions", SESSIONS)
                .when("GET /Items?fields=Path&ids=b2", VERSION)) {
            assertThat(new Jellyfin(server.address(), "k3y").playing())
                    .containsExactly(
                            new Playing("Ada on TV", "/pool/films/media/movies/Sintel.1080p.mkv"),
                            new Playing("Ada on TV", "/pool/films/media/movies/Sintel.2160p.mkv"));
        }
    }

    @Test
    void plex_says_what_is_played() {
        try (var server = new RecordedServer("X-Plex-Token", "t0ken").when("GET /status/sessions", PLEX)) {
            assertThat(new Plex(server.address(), "t0ken").playing())
                    .containsExactly(new Playing("Ada on Living room", "/pool/films/media/movies/Sintel.mkv"));
        }
    }

    @Test
    void nobody_watching_is_nothing_played() {
        try (var server = new RecordedServer("X-Plex-Token", "t0ken")
                .when("GET /status/sessions", "{\"MediaContainer\":{\"size\":0}}")) {
            assertThat(new Plex(server.address(), "t0ken").playing()).isEmpty();
        }
    }

    @Test
    void a_wrong_key_no_answer_and_no_json_are_problems_that_name_the_application_and_tell_no_key() {
        try (var server = new RecordedServer("Authorization", JELLYFIN).when("GET /Sessions", "<html>")) {
            assertThatThrownBy(() -> new Jellyfin(server.address(), "wr0ng").playing())
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.detail())
                                    .isEqualTo("jellyfin answers 401 to /Sessions")
                                    .doesNotContain("wr0ng"));
            assertThatThrownBy(() -> new Jellyfin(server.address(), "k3y").playing())
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.detail())
                                    .contains("jellyfin answers to /Sessions with what is no JSON"));
        }
        assertThatThrownBy(() -> new Plex(URI.create("http://127.0.0.1:1/web"), "t0ken").playing())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.detail()).startsWith("plex does not answer"));
    }
}
