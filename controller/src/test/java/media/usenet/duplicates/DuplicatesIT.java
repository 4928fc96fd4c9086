package media.usenet.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.api.RunningController;
import media.usenet.apps.StandInJellyfin;
import media.usenet.watched.Players;
import media.usenet.watched.Players.InStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A library of 300 made films and episodes is scanned, explained, planned, applied, undone, and its trash is
/// emptied.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DuplicatesIT {

    private static final Path FOLDER = RunningController.folder();
    private static final MadeLibrary LIBRARY = new MadeLibrary(FOLDER.resolve("media"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final StandInJellyfin JELLYFIN = new StandInJellyfin().user("u1", "Ada");

    /// In place of that of the stack, which cannot run here: paths mean there what they mean here.
    @TestConfiguration
    static class Stack {

        @Bean
        @Primary
        Players jellyfin() {
            return () -> List.of(new InStack("jellyfin", JELLYFIN::player, (path, here) -> path.equals(here + "/")));
        }
    }

    @LocalServerPort
    private int port;

    private RunningController controller;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
        properties.add("library.folders", () -> LIBRARY.films + "," + LIBRARY.archive);
        properties.add("library.watch", () -> false);
    }

    @BeforeEach
    void itRuns() {
        controller = new RunningController(port, FOLDER);
    }

    @Test
    void a_library_is_scanned_explained_planned_applied_undone_and_emptied() throws IOException {
        int made = LIBRARY.make();
        operation("/v1/library/scan", "{}");
        operation("/v1/duplicates/scan", "{\"pictures\": true}");

        var survey = get("/v1/duplicates");
        assertThat(survey.at("/files").asInt()).isEqualTo(made);
        assertThat(survey.at("/linked").asInt()).isEqualTo(1);
        assertGroups(survey);
        var before = tree();

        var plan = post("/v1/duplicates/plans", "{}");
        assertThat(tree()).as("a plan changes nothing").isEqualTo(before);
        var id = plan.at("/id").asString();
        assertThat(plan.at("/acts").size()).isPositive();

        refusedWithoutAnswers(id, before);
        adaWatched(plan);
        operation("/v1/duplicates/plans/" + id + "/apply", "{\"unasked\": [\"torrents\", \"streams\"]}");
        var kept = get("/v1/duplicates/plans/" + id);
        assertThat(kept.at("/state").asString()).isEqualTo("APPLIED");
        assertThat(kept.at("/outcomes").valueStream())
                .allMatch(outcome -> outcome.at("/became").asString().equals("DONE"));
        assertThat(get("/v1/duplicates/trash").at("/entries").size())
                .isEqualTo(plan.at("/acts").size());
        assertThat(tree()).isNotEqualTo(before);
        assertThat(watched(id)).isEqualTo("CARRIED");
        assertThat(JELLYFIN.state("kept", "u1")).containsEntry("PlayCount", 2L);

        operation("/v1/duplicates/plans/" + id + "/undo", "");
        assertThat(tree()).as("undone, every file is what it was").isEqualTo(before);
        assertThat(watched(id)).isEqualTo("TAKEN_BACK");
        assertThat(JELLYFIN.state("kept", "u1")).containsEntry("PlayCount", 0L);
        assertThat(JELLYFIN.state("old", "u1")).containsEntry("PlayCount", 2L);

        JELLYFIN.down(true);
        appliedButFor(id, "jellyfin answers 503");
        assertThat(watched(id)).isEqualTo("UNREAD");
        JELLYFIN.down(false);
        operation("/v1/duplicates/scan", "{}");
        assertThat(watched(id)).isEqualTo("CARRIED");
        operation("/v1/duplicates/plans/" + id + "/undo", "");

        operation("/v1/duplicates/plans/" + id + "/apply", "{\"unasked\": [\"torrents\", \"streams\"]}");
        assertThat(controller.post("/v1/duplicates/trash/plans", "{}").body()).contains("older than 30 days");
        var empty =
                post("/v1/duplicates/trash/plans", "{\"all\": true}").at("/id").asString();
        operation("/v1/duplicates/plans/" + empty + "/apply", "");
        assertThat(get("/v1/duplicates/trash").at("/entries").size()).isZero();
        assertThat(LIBRARY.films.resolve(".usenet-trash")).doesNotExist();
        assertContentIsLeft(before, plan);
    }

    /// The first file that goes into the trash; what is kept for it is another item of the same film.
    private static void adaWatched(JsonNode plan) {
        var act = plan.at("/acts")
                .valueStream()
                .map(one -> one.at("/act"))
                .filter(one -> one.at("/kind").asString().equals("TRASH"))
                .findFirst()
                .orElseThrow();
        JELLYFIN.item("old", Map.of("Tmdb", "45745"), path(act.at("/loser")))
                .item("kept", Map.of("Tmdb", "45745"), path(act.at("/kept")))
                .watched("old", "u1", Map.of("Played", true, "PlayCount", 2L));
    }

    private static String path(JsonNode seen) {
        return seen.at("/slot").asString() + "/" + seen.at("/name").asString();
    }

    /// What became of what Ada watched, as `show` has it.
    private String watched(String plan) {
        return get("/v1/duplicates/plans/" + plan)
                .at("/watched")
                .valueStream()
                .map(one -> one.at("/stage").asString())
                .filter(stage -> !stage.equals("NOTHING"))
                .distinct()
                .collect(Collectors.joining());
    }

    private void appliedButFor(String id, String because) {
        var ended = ended(controller
                .post("/v1/duplicates/plans/" + id + "/apply", "{\"unasked\": [\"torrents\", \"streams\"]}")
                .body());
        assertThat(ended.at("/state").asString()).isEqualTo("PARTIAL");
        assertThat(ended.at("/problem/code").asString()).isEqualTo("WATCH_STATE_WAITS");
        assertThat(ended.at("/problem/detail").asString()).contains(because);
    }

    private void assertGroups(JsonNode survey) {
        assertThat(groupsWith(survey, "Sintel.2010.1080p")).hasSize(1).first().satisfies(group -> {
            assertThat(group.at("/kind").asString()).isEqualTo("QUALITIES");
            assertThat(group.at("/title").asString()).isEqualTo("Sintel (2010)");
            assertThat(group.at("/members").size()).isEqualTo(4);
        });
        assertThat(groupsWith(survey, "The.Thing.1982"))
                .as("remakes are no duplicates")
                .isEmpty();
        assertThat(groupsWith(survey, "Che.Part")).as("parts are no duplicates").isEmpty();
        assertThat(groupsWith(survey, "Hate.1995"))
                .as("other titles, other pictures")
                .isEmpty();
        assertThat(groupsWith(survey, "sample")).isEmpty();
        assertThat(groupsWith(survey, "Directors.Cut").stream()
                        .map(group -> group.at("/kind").asString()))
                .containsOnly("EDITIONS");
        assertThat(groupsWith(survey, "S01E01E02").stream()
                        .map(group -> group.at("/kind").asString()))
                .containsOnly("EPISODES");
        assertThat(survey.at("/leftOut")
                        .valueStream()
                        .map(left -> left.at("/path").asString()))
                .anyMatch(path -> path.contains("Broken.2001"))
                .anyMatch(path -> path.contains("Empty.2002"))
                .anyMatch(path -> path.endsWith("sintel.sample.mkv"));
    }

    private static List<JsonNode> groupsWith(JsonNode survey, String name) {
        return survey.at("/groups")
                .valueStream()
                .filter(group -> group.at("/members").toString().contains(name))
                .toList();
    }

    private void refusedWithoutAnswers(String id, Map<String, String> before) throws IOException {
        var ended = ended(
                controller.post("/v1/duplicates/plans/" + id + "/apply", "{}").body());
        assertThat(ended.at("/state").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/problem/detail").asString()).contains("nobody knows whether a torrent seeds it");
        assertThat(tree()).isEqualTo(before);
    }

    /// Every body of bytes that was there is there, but for those that the plan named as worse than another.
    private static void assertContentIsLeft(Map<String, String> before, JsonNode plan) throws IOException {
        var left = tree().values().stream()
                .map(file -> file.substring(0, file.indexOf(' ')))
                .toList();
        var worse = plan.at("/acts")
                .valueStream()
                .filter(act -> act.at("/act/claim").asString().equals("BETTER"))
                .map(act -> act.at("/act/loser/slot").asString() + "/"
                        + act.at("/act/loser/name").asString())
                .toList();
        before.forEach((path, file) -> {
            if (!worse.contains(path)) {
                assertThat(left).as(path).contains(file.substring(0, file.indexOf(' ')));
            }
        });
    }

    /// What lies where: bytes, inode, time.
    private static Map<String, String> tree() throws IOException {
        var tree = new TreeMap<String, String>();
        for (var root : List.of(LIBRARY.films, LIBRARY.archive)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var bytes = Files.readAllBytes(file);
                    tree.put(
                            file.toString(),
                            "%s:%d %s %s"
                                    .formatted(
                                            Arrays.hashCode(bytes),
                                            bytes.length,
                                            Files.getAttribute(file, "unix:ino"),
                                            Files.getLastModifiedTime(file)));
                }
            }
        }
        return tree;
    }

    private void operation(String path, String body) {
        var ended = ended(controller.post(path, body).body());
        assertThat(ended.at("/state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    }

    /// Waits for the operation by its stream, which ends with it.
    private JsonNode ended(String started) {
        var id = JSON.readTree(started).at("/id").asString();
        assertThat(id).as(started).isNotEmpty();
        controller.get("/v1/operations/" + id + "/events");
        return get("/v1/operations/" + id);
    }

    private JsonNode get(String path) {
        var answer = controller.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode post(String path, String body) {
        var answer = controller.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
