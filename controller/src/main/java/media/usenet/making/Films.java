package media.usenet.making;

import media.usenet.climb.Input;
import media.usenet.climb.NotMade;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Colour;
import media.usenet.ffmpeg.MediaFacts.FieldOrder;
import media.usenet.ffmpeg.MediaFacts.Hdr;
import media.usenet.graph.PictureSize;
import media.usenet.job.FailureClass;
import media.usenet.task.FrameRates;
import media.usenet.worker.Ending;

/// The picture of a source.
public final class Films {

    private static final int BITS = 8;

    private Films() {}

    /// @throws NotMade when the source has none
    static MediaFacts.Video require(Input input) throws NotMade {
        return input.facts()
                .film()
                .orElseThrow(() -> new NotMade(new Ending.Failed(
                        FailureClass.VALIDATION,
                        "%s has no video".formatted(input.source()),
                        "name a film; POST /v1/audio/extract is for sound alone")));
    }

    /// What comes out of a graph: plain pictures in memory, which no device decodes.
    public static MediaFacts.Video ofGraph(PictureSize frame, double fps) {
        return new MediaFacts.Video(
                0,
                "rawvideo",
                "unknown",
                frame.width(),
                frame.height(),
                FrameRates.of(fps),
                "yuv420p",
                BITS,
                FieldOrder.PROGRESSIVE,
                Colour.UNKNOWN,
                Hdr.NONE,
                0,
                0);
    }
}
