package media.usenet.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import media.usenet.ffmpeg.FilterText;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The hostile inputs that are about filters, options and texts.
class HostileCommandsTest {

    private static final Path CORPUS = Path.of("../../shared/data/hostile/names.dev.jsonl");
    private static final Commands COMMANDS = Commands.load();

    /// Which option a field of a request would become.
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("channels", "-ac"),
            Map.entry("codec", "-c:v"),
            Map.entry("crf", "-crf"),
            Map.entry("format", "-f"),
            Map.entry("fps", "-r"),
            Map.entry("hw_device", "-hwaccel_device"),
            Map.entry("language", "-metadata:s:a:0"),
            Map.entry("loglevel", "-loglevel"),
            Map.entry("map", "-map"),
            Map.entry("sample_rate", "-ar"),
            Map.entry("start", "-ss"),
            Map.entry("threads", "-threads"),
            Map.entry("tune", "-tune"),
            Map.entry("bitrate", "-b:v"),
            Map.entry("preset", "-preset"),
            Map.entry("pix_fmt", "-pix_fmt"),
            Map.entry("profile", "-profile:v"),
            Map.entry("duration", "-t"),
            Map.entry("resolution", "-s"));

    @TestFactory
    Stream<DynamicTest> filters_that_reach_out_are_refused() throws IOException {
        return rows("filter_string")
                .map(row -> test(row, () -> {
                    var filter = row.path("value").stringValue();
                    refused(List.of("-vf", filter));
                    refused(List.of("-filter_complex", filter));
                    assertThatThrownBy(() -> COMMANDS.ofTask(task(List.of(), filter.isEmpty() ? "[0:v]" : filter)))
                            .isInstanceOf(ProblemException.class);
                }));
    }

    @TestFactory
    Stream<DynamicTest> values_that_are_no_values_are_refused() throws IOException {
        return rows("param:")
                .map(row -> test(row, () -> {
                    var field = row.path("kind").stringValue().substring("param:".length());
                    refused(List.of(
                            OPTIONS.getOrDefault(field, "-" + field),
                            row.path("value").stringValue()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> texts_are_drawn_as_they_stand_or_refused() throws IOException {
        return Stream.concat(rows("drawtext_value"), rows("benign_text"))
                .map(row -> test(row, () -> drawn(row.path("value").stringValue())));
    }

    private static void drawn(String text) {
        if (text.indexOf(0) >= 0 || text.length() > 4096) {
            refused(List.of("-vf", "drawtext=text=" + text));
            return;
        }
        var filter = "drawtext=text=" + FilterText.value(text) + ":x=10";
        var command = COMMANDS.ofTask(task(List.of("-vf", filter), ""));
        var graph = command.arguments(List::of, name -> name).stream()
                .filter(word -> word.startsWith("drawtext="))
                .findFirst()
                .orElseThrow();
        assertThat(graph).isEqualTo("drawtext=text=" + FilterText.value(text) + ":x=10:expansion=none");
        var settings = FilterToken.read(graph, "drawtext=".length(), "[],;").text();
        assertThat(FilterToken.read(settings, "text=".length(), ":").text()).isEqualTo(text);
    }

    private static void refused(List<String> options) {
        assertThatThrownBy(() -> COMMANDS.ofTask(task(options, "")))
                .as(String.join(" ", options))
                .isInstanceOf(ProblemException.class);
        var quoted = options.stream().map(Words::quote).toList();
        assertThatThrownBy(() -> COMMANDS.ofText(
                        "-i {{a}} " + String.join(" ", quoted) + " {{b}}", Set.of("a"), Map.of("b", "b.mp4")))
                .isInstanceOf(ProblemException.class);
    }

    private static Task task(List<String> options, String graph) {
        return new Task(
                List.of(new Task.Input("https://example.org/a.mp4", List.of())),
                graph,
                List.of(new Task.Output("b.mp4", options, List.of())));
    }

    private static Stream<JsonNode> rows(String kind) throws IOException {
        assumeTrue(Files.exists(CORPUS), "no hostile inputs at " + CORPUS.toAbsolutePath());
        var mapper = JsonMapper.shared();
        return Files.readAllLines(CORPUS).stream()
                .map(mapper::readTree)
                .filter(row -> row.path("kind").stringValue().startsWith(kind));
    }

    private static DynamicTest test(JsonNode row, Executable check) {
        return DynamicTest.dynamicTest(
                row.path("id").stringValue() + " "
                        + Flaws.shown(row.path("value").stringValue()),
                check);
    }
}
