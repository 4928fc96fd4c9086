package media.usenet.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The tables against the ffmpeg of this machine, and every golden command that is let through, run for real.
class CommandsIT {

    private static final Path CASES = Path.of("src/test/resources/golden/commands");
    private static final String FORMATS = "mov,mp4,matroska,webm,avi,mp3,wav,srt,png_pipe,jpeg_pipe";
    private static final List<String> HARDENED =
            List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS, "-i");

    /// Options that ffmpeg takes and does not list.
    private static final List<String> UNLISTED = List.of("vb");

    @BeforeAll
    static void ffmpegIsThere() {
        assumeTrue(run(Path.of("."), List.of("-version")).code() == 0, "no ffmpeg on this machine");
    }

    private record Ran(int code, String output) {}

    @TestFactory
    Stream<DynamicTest> every_filter_and_parameter_of_the_table_is_one_of_ffmpeg() {
        return Commands.load().filters().filters().values().stream()
                .map(filter -> DynamicTest.dynamicTest(filter.name(), () -> {
                    var help = run(Path.of("."), List.of("-hide_banner", "-h", "filter=" + filter.name()))
                            .output();
                    assertThat(help).doesNotContain("Unknown filter");
                    filter.parameterNames()
                            .forEach(name -> assertThat(help)
                                    .containsPattern(
                                            name.equals("enable")
                                                    ? "timeline through the 'enable'"
                                                    : "(?m)^ +" + name + " "));
                }));
    }

    @Test
    void every_option_of_the_table_is_one_of_ffmpeg() {
        var help = run(Path.of("."), List.of("-hide_banner", "-h", "full")).output();
        var options = Commands.load().options();
        var named = options.names().stream()
                .filter(name -> !UNLISTED.contains(name) && !known(help, name))
                .toList();
        assertThat(named).as("options that this ffmpeg does not have").isEmpty();
    }

    private static boolean known(String help, String name) {
        var bare = name.startsWith("no") ? name.substring(2) : name;
        return Pattern.compile("(?m)^ *-(%s|%s)(\\s|\\[|$)".formatted(name, bare))
                .matcher(help)
                .find();
    }

    @TestFactory
    Stream<DynamicTest> every_command_that_is_let_through_runs(@TempDir Path folder) throws IOException {
        try (var cases = Files.list(CASES)) {
            return cases.filter(file -> !file.getFileName().toString().startsWith("x-")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file, folder)));
        }
    }

    private static void check(Path file, Path folder) throws IOException {
        var given = CommandCase.of(Files.readString(file).split("----------\n", 2)[0]);
        var work = Files.createTempDirectory(folder, "case");
        for (var input : given.inputs().values()) {
            make(work, input);
        }
        var command = given.read();
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-loglevel", "error"));
        arguments.addAll(command.arguments(
                name -> Stream.concat(
                                HARDENED.stream(),
                                Stream.of("file:" + work.resolve(given.inputs().get(name))))
                        .toList(),
                name -> "file:" + work.resolve(given.outputs().get(name))));
        var ran = run(work, arguments);
        assertThat(ran.code()).as(ran.output()).isZero();
        given.outputs()
                .values()
                .forEach(output -> assertThat(work.resolve(output)).isNotEmptyFile());
    }

    private static void make(Path work, String name) throws IOException {
        var picture = List.of("-f", "lavfi", "-i", "testsrc2=size=128x96:rate=25:duration=2");
        var sound = List.of("-f", "lavfi", "-i", "sine=frequency=440:duration=3");
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-nostdin"));
        switch (name.substring(name.lastIndexOf('.'))) {
            case ".mp3" -> arguments.addAll(sound);
            case ".png" -> {
                arguments.addAll(picture);
                arguments.addAll(List.of("-frames:v", "1"));
            }
            case ".srt" -> {
                Files.writeString(work.resolve(name), "1\n00:00:00,000 --> 00:00:01,000\nHello\n");
                return;
            }
            default -> {
                arguments.addAll(picture);
                arguments.addAll(sound);
                arguments.addAll(List.of("-shortest", "-pix_fmt", "yuv420p"));
            }
        }
        arguments.add(name);
        var made = run(work, arguments);
        assertThat(made.code()).as(made.output()).isZero();
    }

    private static Ran run(Path folder, List<String> arguments) {
        var command = new ArrayList<>(List.of("ffmpeg"));
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(2, TimeUnit.MINUTES) ? process.exitValue() : -1, output);
        } catch (IOException e) {
            return new Ran(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ran(-1, "interrupted");
        }
    }
}
