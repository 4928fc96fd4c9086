package media.usenet.docker;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import media.usenet.docker.OutputLine.Channel;

/// Makes lines of the frames in which the engine sends a container's output: a frame may be part of a line, or end
/// within a letter.
final class OutputReader extends EngineStream<Frame> {

    // A program that never ends its line must not fill the memory.
    private static final int LONGEST_LINE = 1 << 20;

    private final Consumer<OutputLine> onLine;
    private final Map<Channel, ByteArrayOutputStream> begun = new EnumMap<>(Channel.class);

    OutputReader(Consumer<OutputLine> onLine) {
        this.onLine = onLine;
    }

    @Override
    public void onNext(Frame frame) {
        var channel = frame.getStreamType() == StreamType.STDERR ? Channel.STDERR : Channel.STDOUT;
        var line = begun.computeIfAbsent(channel, _ -> new ByteArrayOutputStream());
        for (var b : frame.getPayload()) {
            if (b == '\n' || line.size() == LONGEST_LINE) {
                emit(channel, line);
            }
            if (b != '\n') {
                line.write(b);
            }
        }
    }

    @Override
    public void onComplete() {
        begun.forEach((channel, line) -> {
            if (line.size() > 0) {
                emit(channel, line);
            }
        });
        super.onComplete();
    }

    private void emit(Channel channel, ByteArrayOutputStream line) {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        onLine.accept(new OutputLine(channel, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text));
    }
}
