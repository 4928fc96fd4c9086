package media.usenet.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import media.usenet.problem.Flaw;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TaskTest {

    private static final Commands COMMANDS = Commands.load();

    @Test
    void a_task_becomes_a_command_with_files_by_their_order() {
        var command = COMMANDS.ofTask(COMMANDS.task(JsonMapper.shared().readTree("""
                {"inputs": [
                    {"file_path": "https://example.org/image.jpg"},
                    {"file_path": "https://example.org/song1.mp3", "options": ["-ss", 1.5]},
                    {"file_path": "https://example.org/song2.mp3"}],
                 "filter_complex": "[1:a][2:a]concat=n=2:v=0:a=1[aout];[0:v]loop=999:size=1:start=0,scale=1280:720[vout]",
                 "outputs": [{"file": "final-video.mp4", "maps": ["[vout]"],
                    "options": ["-map", "[aout]", "-c:v", "libx264", "-crf", "23", "-c:a", "aac"]}]}""")));
        assertThat(command.preview())
                .isEqualTo("ffmpeg -i {{in_1}} -ss 1.5 -i {{in_2}} -i {{in_3}} -filter_complex"
                        + " '[1:a][2:a]concat=n=2:v=0:a=1[aout];[0:v]loop=loop=999:size=1:start=0,scale=w=1280:h=720[vout]'"
                        + " -f mp4 -map '[vout]' -map '[aout]' -c:v libx264 -crf 23 -c:a aac {{out_1}}");
        assertThat(command.inputs()).containsExactly("in_1", "in_2", "in_3");
        assertThat(command.outputs()).containsEntry("out_1", "final-video.mp4");
    }

    @Test
    void every_key_that_is_unknown_and_every_value_of_another_kind_is_named() {
        assertThat(flaws("""
                {"inputs": [{"file": "x", "options": "-ss 1"}], "filter": "null", "outputs": [{"file": 1, "options": [[]]}, 2]}"""))
                .extracting(Flaw::toString)
                .containsExactlyInAnyOrder(
                        "task: filter: is unknown",
                        "task.inputs[0]: file: is unknown",
                        "task.inputs[0]: file_path: is required",
                        "task.inputs[0]: options: must be a list",
                        "task.outputs[0]: file: must be a text",
                        "task.outputs[0]: options: must be a list of texts",
                        "task.outputs[1]: must be an object with file, maps, options",
                        "task.outputs[1]: file: is required");
    }

    @Test
    void options_hold_no_files_and_no_inputs() {
        var task = new Task(
                List.of(new Task.Input("https://example.org/a.mp4", List.of("-i", "/etc/passwd"))),
                "",
                List.of(new Task.Output("b.mp4", List.of("/tmp/x", "-crf", "-1"), List.of("0:v -f tee"))));
        var failure = catchThrowableOfType(ProblemException.class, () -> COMMANDS.ofTask(task));
        assertThat(failure.flaws())
                .extracting(Flaw::where)
                .containsExactlyInAnyOrder(
                        "task.inputs[0].options[0]",
                        "task.outputs[0].options[0]",
                        "task.outputs[0].options[1]",
                        "task.outputs[0].maps[0]");
    }

    @Test
    void fifty_inputs_and_ten_outputs_are_the_most() {
        var input = new Task.Input("https://example.org/a.mp4", List.of());
        var output = new Task.Output("b.mp4", List.of(), List.of());
        var most = new Task(Collections.nCopies(50, input), "", Collections.nCopies(10, output));
        assertThat(COMMANDS.ofTask(most).inputs()).hasSize(50);
        var more = new Task(Collections.nCopies(51, input), "", Collections.nCopies(11, output));
        var failure = catchThrowableOfType(ProblemException.class, () -> COMMANDS.ofTask(more));
        assertThat(failure.flaws())
                .extracting(Flaw::message)
                .containsExactly("reads more than 50 inputs", "makes more than 10 outputs");
    }

    private static List<Flaw> flaws(String json) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> COMMANDS.task(JsonMapper.shared().readTree(json)))
                .flaws();
    }
}
