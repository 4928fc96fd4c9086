package media.usenet.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import media.usenet.api.Sample;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Import(EventStream.class)
@WebMvcTest(controllers = OperationsController.class, properties = "http.heartbeat=50ms")
class OperationsControllerTest {

    /// A stream has no time-out of its own, which the tester would take for none to wait.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Instant STARTED = Instant.parse("2026-11-21T12:00:00Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(STARTED);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Operations operations;

    @Test
    void eventsAreSentAsTheSampleSays() throws Exception {
        var id = sampleOperation();

        assertThat(events(body("/v1/operations/%s/events".formatted(id)), id))
                .isEqualTo(events(Sample.text("operation-events.txt"), id));
    }

    @Test
    void aFollowerThatComesBackIsToldWhatItMissed() throws Exception {
        var id = sampleOperation();

        var missed = http.get()
                .uri("/v1/operations/{id}/events", id)
                .header("Last-Event-ID", "2")
                .exchange(PATIENCE)
                .getResponse()
                .getContentAsString();
        assertThat(events(missed, id)).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("3");
            assertThat(event.name()).isEqualTo("end");
        });
    }

    @Test
    @Timeout(30)
    void silenceIsBrokenByAComment() throws Exception {
        var release = new CountDownLatch(1);
        var id = operations
                .start("services.up", _ -> {
                    joined(release);
                    return Result.of(List.of());
                })
                .id();
        var following = http.get().uri("/v1/operations/{id}/events", id).asyncExchange();
        var response = following.getMvcResult().getResponse();
        while (!response.getContentAsString().startsWith(":following\n\n:alive\n\n:alive\n\n")) {
            Thread.onSpinWait();
        }
        release.countDown();
        operations.await(id);
        following.getMvcResult().getAsyncResult(Duration.ofSeconds(10).toMillis());
        assertThat(response.getContentAsString()).contains("event:end\n");
    }

    @Test
    void anOperationIsAnsweredAsTheSampleSays() throws Exception {
        NOW.set(STARTED);
        var release = new CountDownLatch(1);
        var id = operations
                .start("services.up", _ -> {
                    joined(release);
                    return Result.of(List.of());
                })
                .id();
        var running = (ObjectNode) Sample.json(body("/v1/operations/" + id));
        release.countDown();
        operations.await(id);

        assertThat(running.put("id", "01JD3K7Z")).isEqualTo(Sample.json(Sample.text("operation.json")));
        assertThat(Sample.json(body("/v1/operations")).get(0).get("state").asString())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void anUnknownOperationIsAProblem() {
        assertThat(http.get().uri("/v1/operations/nothing/events"))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("OPERATION_NOT_FOUND");
        assertThat(http.get().uri("/v1/operations/nothing/events").header("Last-Event-ID", "seven"))
                .hasStatus(400);
    }

    private String sampleOperation() {
        NOW.set(STARTED);
        var id = operations
                .start("services.up", tell -> {
                    tell.accept(new Step("jellyfin", "pulling", 104857600L, 524288000L, "bytes"));
                    tell.accept(Step.of("jellyfin", "started"));
                    NOW.set(STARTED.plusSeconds(41));
                    return Result.inPart(
                            List.of("jellyfin"),
                            List.of("sonarr"),
                            new ProblemException(
                                    Problem.COMPOSE_FAILED,
                                    "sonarr did not become healthy in 2 min",
                                    "usenet services logs sonarr --tail 50"));
                })
                .id();
        operations.await(id);
        return id;
    }

    private String body(String path) throws Exception {
        return http.get().uri(path).exchange(PATIENCE).getResponse().getContentAsString();
    }

    private static void joined(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Event(String id, String name, JsonNode data) {}

    private static List<Event> events(String stream, String operation) {
        var events = new ArrayList<Event>();
        for (var block : stream.split("\n\n", -1)) {
            if (!block.isBlank() && !block.startsWith(":")) {
                var data = Sample.json(field(block, "data"));
                if (data.has("id")) {
                    ((ObjectNode) data).put("id", operation);
                }
                events.add(new Event(field(block, "id"), field(block, "event"), data));
            }
        }
        return events;
    }

    private static String field(String block, String name) {
        return block.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    @TestConfiguration
    static class ClockOfTheSample {

        @Bean
        Operations operations() {
            return new Operations((InstantSource) NOW::get);
        }
    }
}
