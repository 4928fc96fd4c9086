package media.usenet.drawing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import media.usenet.ffmpeg.MediaInput;

/// Inputs and filters that put frames of two films into their places on the first input.
final class Collage {

    private record Frame(Path file, Duration at, Box place) {}

    private final List<Frame> frames = new ArrayList<>();

    Collage(Path first, Path second, List<Row> rows) {
        for (int row = 0; row < rows.size(); row++) {
            switch (rows.get(row)) {
                case Row.Compared(var match) -> {
                    frames.add(new Frame(first, match.inFirst(), PairSheet.left(row)));
                    frames.add(new Frame(second, match.inSecond(), PairSheet.right(row)));
                }
                case Row.OnlyFirst(var at) -> frames.add(new Frame(first, at, PairSheet.left(row)));
                case Row.OnlySecond(var at) -> frames.add(new Frame(second, at, PairSheet.right(row)));
            }
        }
    }

    List<String> inputs() {
        var arguments = new ArrayList<String>();
        for (var frame : frames) {
            var seconds = "%d.%03d".formatted(frame.at().toSeconds(), frame.at().toMillisPart());
            arguments.addAll(List.of("-threads", "1", "-ss", seconds));
            arguments.addAll(MediaInput.of(frame.file()).arguments());
        }
        return arguments;
    }

    /// Each film's first frame counts as its only one at time 0, as the paper does: FFmpeg lays on one another
    /// what has the same time.
    String graph() {
        var graph = new StringBuilder("[0:v]format=yuv444p[all0]");
        for (int at = 0; at < frames.size(); at++) {
            var place = frames.get(at).place();
            graph.append(";[%d:v:0]trim=end_frame=1,setpts=0,scale=iw*sar:ih,setsar=1,".formatted(at + 1))
                    .append("scale=%d:%d:force_original_aspect_ratio=decrease,format=yuv444p[film%d]"
                            .formatted(place.width(), place.height(), at))
                    .append(";[all%d][film%d]overlay=x=%d+(%d-w)/2:y=%d+(%d-h)/2:format=yuv444[all%d]"
                            .formatted(at, at, place.left(), place.width(), place.top(), place.height(), at + 1));
        }
        return graph.append(";[all%d]format=yuvj444p[all]".formatted(frames.size()))
                .toString();
    }
}
