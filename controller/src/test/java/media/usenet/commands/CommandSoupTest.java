package media.usenet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;

/// Commands out of random pieces. What is let through is checked against what is written down here, not against
/// the tables.
class CommandSoupTest {

    private static final int ROUNDS = 10_000;
    private static final Commands COMMANDS = Commands.load();
    private static final Set<String> INPUTS = Set.of("in_1", "in_2");
    private static final Map<String, String> OUTPUTS = Map.of("out_1", "a.mp4");

    private static final List<String> WORDS = List.of(
            "-i",
            "{{in_1}}",
            "{{in_2}}",
            "{{out_1}}",
            "-vf",
            "-af",
            "-filter_complex",
            "-map",
            "-c",
            "-c:v",
            "-f",
            "-metadata",
            "-y",
            "-an",
            "-shortest",
            "-t",
            "-ss",
            "-crf",
            "-b:v",
            "-x264-params",
            "-attach",
            "-dump_attachment:t",
            "-report",
            "-filter_complex_script",
            "-protocol_whitelist",
            "-init_hw_device",
            "-progress",
            "-passlogfile",
            "-vstats_file",
            "-sdp_file",
            "-enc_stats_pre",
            "-fpre",
            "copy",
            "libx264",
            "23",
            "1M",
            "10",
            "[v]",
            "0:v",
            "file:EVIL",
            "/EVIL",
            "http://EVIL/x",
            "tcp:EVIL:9",
            "concat:EVIL|EVIL",
            "lavfi",
            "tee",
            "hls",
            "concat",
            "image2",
            "@EVIL",
            "subfile,,start,0,end,64,,:/EVIL",
            "stats=EVIL",
            "crf=20:stats=EVIL",
            "title=x",
            "-",
            "--",
            "''",
            "\"",
            "'",
            "\\",
            "$EVIL",
            "`EVIL`",
            ";",
            "|");

    private static final List<String> FILTERS = List.of(
            "scale",
            "=",
            ":",
            ",",
            ";",
            "[",
            "]",
            "[v]",
            "[0:v]",
            "'",
            "\\",
            "\\\\",
            " ",
            "w",
            "iw/2",
            "-1",
            "1280",
            "720",
            "crop",
            "overlay",
            "drawtext",
            "text",
            "expansion",
            "normal",
            "%{EVIL}",
            "fontfile=/EVIL",
            "textfile=/EVIL",
            "movie=EVIL",
            "amovie",
            "subtitles=EVIL",
            "metadata=print:file=EVIL",
            "ametadata",
            "sendcmd=f=EVIL",
            "lut3d=EVIL",
            "psnr=stats_file=EVIL",
            "/w=EVIL",
            "curves=psfile=EVIL",
            "split",
            "fps=30",
            "setpts=PTS*2",
            "select='gt(t,1)'",
            "if(",
            ")",
            "between(t,1,2)",
            "enable=",
            "null",
            "hflip",
            "concat=n=2:v=1:a=1",
            "format=yuv420p",
            "EVIL",
            "anullsrc",
            "volume=2dB",
            "eq=1",
            "\n",
            "@x");

    /// Where EVIL may stand: in a text that is drawn, in the value of a tag.
    private static final Pattern HARMLESS =
            Pattern.compile("drawtext=(?:[^\\[\\];,]|\\\\.)*|^[A-Za-z0-9_.-]+=.*", Pattern.DOTALL);
    private static final Pattern NEVER = Pattern.compile(
            "movie|subtitles|textfile|fontfile|psfile|metadata=|sendcmd|lut3d|psnr|lavfi|^tee$|^hls$|^concat$|://|^file:|^tcp:|@x");

    private final Random random = new Random(20261121);

    @Test
    void soup_is_refused_with_flaws_or_holds_nothing_that_was_not_understood() {
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var command = random.nextInt(3) == 0 ? soup() : nearlyGood();
            accepted += read(command).map(this::harmless).orElse(0);
        }
        assertThat(accepted).as("commands that were let through").isGreaterThan(ROUNDS / 100);
    }

    @Test
    void what_is_let_through_reads_back_as_itself() {
        for (int round = 0; round < ROUNDS; round++) {
            read(nearlyGood()).ifPresent(command -> {
                var preview = command.preview();
                assertThat(read(preview).map(FFmpegCommand::preview))
                        .as(preview)
                        .contains(preview);
            });
        }
    }

    @Test
    void a_hundred_thousand_of_anything_are_answered() {
        for (var piece : List.of(
                "[", "(", "((", "'", "\\", "a=", ":", ",", ";", "[a]", "hflip,", "x=1:", "-a ", "-i ", "{{", "1+",
                "if(1,", "-", "=", "|")) {
            var many = piece.repeat(99_000 / piece.length());
            for (var before : List.of(
                    "",
                    "-i {{in_1}} -vf ",
                    "-i {{in_1}} -vf scale=",
                    "-i {{in_1}} -vf 'pan=",
                    "-x264-params ",
                    "-metadata a=",
                    "-map ")) {
                read(before + many);
                read(before + many + " {{out_1}}");
            }
        }
    }

    private String soup() {
        return pieces(WORDS, 12, " ");
    }

    /// A sound frame, with a few pieces of soup in it.
    private String nearlyGood() {
        var option = random.nextBoolean() ? "-vf " : "-filter_complex ";
        var words =
                new ArrayList<>(List.of("-i", "{{in_1}}", option + "\"" + pieces(FILTERS, 9, "") + "\"", "{{out_1}}"));
        if (random.nextInt(3) == 0) {
            words.add(random.nextInt(words.size()), pieces(WORDS, 3, " "));
        }
        return String.join(" ", words);
    }

    private String pieces(List<String> of, int most, String between) {
        return random.ints(1 + random.nextInt(most), 0, of.size())
                .mapToObj(of::get)
                .collect(Collectors.joining(between));
    }

    private static Optional<FFmpegCommand> read(String command) {
        try {
            return Optional.of(COMMANDS.ofText(command, INPUTS, OUTPUTS));
        } catch (ProblemException e) {
            assertThat(e.problem()).isEqualTo(Problem.COMMAND_REFUSED);
            assertThat(e.flaws()).as(command).isNotEmpty();
            return Optional.empty();
        }
    }

    private int harmless(FFmpegCommand command) {
        var words = command.arguments(name -> List.of("-i", "<" + name + ">"), name -> "<" + name + ">");
        for (int word = 0; word < words.size(); word++) {
            var before = word == 0 ? "" : words.get(word - 1);
            var text = before.startsWith("-metadata")
                    ? ""
                    : HARMLESS.matcher(words.get(word)).replaceAll("drawtext");
            if (!before.startsWith("-filter")) {
                text = before.startsWith("-metadata") ? "" : words.get(word);
            }
            assertThat(text)
                    .as(command.preview())
                    .doesNotContain("EVIL", "expansion=normal")
                    .doesNotContainPattern(NEVER);
        }
        return 1;
    }
}
