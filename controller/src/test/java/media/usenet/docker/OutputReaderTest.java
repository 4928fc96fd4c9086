package media.usenet.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import media.usenet.docker.OutputLine.Channel;
import org.junit.jupiter.api.Test;

class OutputReaderTest {

    private final List<OutputLine> lines = new ArrayList<>();
    private final OutputReader reader = new OutputReader(lines::add);

    @Test
    void aLineMayComeInSeveralFrames() {
        send(StreamType.STDOUT, "one\ntw");
        send(StreamType.STDERR, "err\n");
        send(StreamType.STDOUT, "o\n");

        assertThat(lines)
                .containsExactly(
                        new OutputLine(Channel.STDOUT, "one"),
                        new OutputLine(Channel.STDERR, "err"),
                        new OutputLine(Channel.STDOUT, "two"));
    }

    @Test
    void aFrameMayEndWithinALetter() {
        var bytes = "5 €\n".getBytes(StandardCharsets.UTF_8);
        reader.onNext(new Frame(StreamType.STDOUT, Arrays.copyOf(bytes, 3)));
        reader.onNext(new Frame(StreamType.STDOUT, Arrays.copyOfRange(bytes, 3, bytes.length)));

        assertThat(lines).containsExactly(new OutputLine(Channel.STDOUT, "5 €"));
    }

    @Test
    void theLastLineNeedsNoEnd() {
        send(StreamType.STDOUT, "a\r\nb");
        reader.onComplete();

        assertThat(lines).extracting(OutputLine::text).containsExactly("a", "b");
    }

    @Test
    void aLineWithoutEndIsCut() {
        var block = "x".repeat(1 << 16);
        for (int i = 0; i < 17; i++) {
            send(StreamType.STDOUT, block);
        }

        assertThat(lines)
                .singleElement()
                .extracting(line -> line.text().length())
                .isEqualTo(1 << 20);
    }

    @Test
    void aStreamThatOpensAfterItWasClosedIsClosedToo() {
        var ended = new AtomicBoolean();
        reader.close();

        reader.onStart(() -> ended.set(true));

        assertThat(ended).isTrue();
    }

    @Test
    void timestampsWithinALongLineAreTheEnginesNotThePrograms() {
        var line = LogLine.of(
                "sonarr",
                new OutputLine(Channel.STDOUT, "2026-11-21T12:50:39.001089218Z xxx2026-11-21T12:50:39.001089218Z yyy"));

        assertThat(line)
                .isEqualTo(new LogLine(
                        "sonarr", Instant.parse("2026-11-21T12:50:39.001089218Z"), Channel.STDOUT, "xxxyyy"));
    }

    @Test
    void aLoggedLineMayBeEmpty() {
        assertThat(LogLine.of("sonarr", new OutputLine(Channel.STDOUT, "2026-11-21T12:50:39Z "))
                        .text())
                .isEmpty();
    }

    private void send(StreamType stream, String text) {
        reader.onNext(new Frame(stream, text.getBytes(StandardCharsets.UTF_8)));
    }
}
