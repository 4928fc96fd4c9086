package media.usenet.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;

/// Jellyfin and Plex cannot run here. Their answers are written after the shapes of their OpenAPI documents:
/// Jellyfin 10.11.5, `SessionInfoDto` and `BaseItemDto`; Plex, `GET /status/sessions`.
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

    private static final String PLEX_ITEM = """
            {"MediaContainer":{"size":1,"Metadata":[{"ratingKey":"17","type":"movie","title":"Sintel","viewOffset":600000,
              "Guid":[{"id":"imdb://tt1727587"},{"id":"tmdb://45745"}],
              "Media":[{"Part":[{"file":"/pool/films/Sintel.mkv"}]},{"Part":[{"file":"/pool/films/Sintel.2160p.mkv"}]}]}]}}
            """;

    @Test
    void plex_lists_films_and_episodes_with_their_numbers_and_all_their_files() {
        try (var server = new RecordedServer("X-Plex-Token", "t0ken")
                .when("GET /library/sections", """
                        {"MediaContainer":{"Directory":[{"key":"1","type":"movie"},{"key":"2","type":"artist"},
                          {"key":"3","type":"show"}]}}""")
                .when("GET /library/sections/1/all?type=1" + PLEX_PAGE, PLEX_ITEM)
                .when("GET /library/sections/3/all?type=4" + PLEX_PAGE, "{\"MediaContainer\":{\"size\":0}}")) {
            assertThat(new PlexPlayer(server.address(), "t0ken").items())
                    .containsExactly(new MediaItem(
                            "17",
                            "movie",
                            Map.of("imdb", "tt1727587", "tmdb", "45745"),
                            List.of("/pool/films/Sintel.mkv", "/pool/films/Sintel.2160p.mkv")));
        }
    }

    private static final String PLEX_PAGE = "&includeGuids=1&X-Plex-Container-Start=0&X-Plex-Container-Size=500";
    private static final String PLEX_KEY = "identifier=com.plexapp.plugins.library&key=17";

    @Test
    void plex_is_told_what_its_owner_watched_and_to_where() {
        try (var server = new RecordedServer("X-Plex-Token", "t0ken")
                .when("GET /library/metadata/17", PLEX_ITEM)
                .when("PUT /:/scrobble?" + PLEX_KEY, "{}")
                .when("PUT /:/unscrobble?" + PLEX_KEY, "{}")
                .when("PUT /:/progress?" + PLEX_KEY + "&state=stopped&time=600000", "{}")) {
            var plex = new PlexPlayer(server.address(), "t0ken");
            var owner = plex.viewers().getFirst();
            var half = new WatchState(false, 0, Duration.ofMinutes(10), null, false);
            var whole = new WatchState(true, 1, Duration.ZERO, null, false);

            assertThat(plex.state("17", owner)).hasValue(half);
            assertThat(plex.state("18", owner)).isEmpty();
            plex.mark("17", owner, WatchState.NONE, whole);
            plex.mark("17", owner, WatchState.NONE, half);
            plex.mark("17", owner, whole, half);
            plex.mark("17", owner, half, WatchState.NONE);

            assertThat(server.asked())
                    .filteredOn(asked -> asked.startsWith("PUT"))
                    .containsExactly(
                            "PUT /:/scrobble?" + PLEX_KEY,
                            "PUT /:/progress?" + PLEX_KEY + "&state=stopped&time=600000",
                            "PUT /:/unscrobble?" + PLEX_KEY,
                            "PUT /:/progress?" + PLEX_KEY + "&state=stopped&time=600000",
                            "PUT /:/unscrobble?" + PLEX_KEY);
        }
    }

    @Test
    void jellyfin_lists_more_than_a_page_and_all_versions_of_an_item() {
        try (var jellyfin = new StandInJellyfin()) {
            for (int number = 0; number < 501; number++) {
                jellyfin.item("i" + number, Map.of("Tmdb", "" + number), "/pool/" + number + ".mkv");
            }
            jellyfin.item("i500", Map.of("Tmdb", "500"), "/pool/500.mkv", "/pool/500.2160p.mkv");
            var items = jellyfin.player().items();
            assertThat(items).hasSize(501);
            assertThat(items.getLast())
                    .isEqualTo(new MediaItem(
                            "i500", "movie", Map.of("tmdb", "500"), List.of("/pool/500.mkv", "/pool/500.2160p.mkv")));
        }
    }

    @Test
    void the_version_tells_whether_states_can_be_written() {
        assertThat(JellyfinPlayer.before("10.8.13")).isTrue();
        assertThat(JellyfinPlayer.before("10.9.0")).isFalse();
        assertThat(JellyfinPlayer.before("10.11.5")).isFalse();
        assertThat(JellyfinPlayer.before("12.0")).isFalse();
        assertThat(JellyfinPlayer.before("")).isFalse();
    }
}
