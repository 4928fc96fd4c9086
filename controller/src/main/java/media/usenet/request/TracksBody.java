package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.graph.PictureSize;
import media.usenet.graph.Timeline;
import media.usenet.graph.Track;
import media.usenet.graph.Track.Keyframe;
import media.usenet.task.Flaws;
import media.usenet.task.FrameWish;
import media.usenet.task.Source;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;

/// `POST /v1/compose/from-tracks`: what is seen and heard when, in milliseconds.
public record TracksBody(
        @Nullable List<TrackBody> tracks,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double fps,
        @JsonUnwrapped JobOptions options)
        implements Body {

    /// @param type `video` or `audio`
    record TrackBody(
            @Nullable String id,
            @Nullable String type,
            @Nullable List<KeyframeBody> keyframes) {}

    record KeyframeBody(
            @Nullable String url,
            @Nullable Long timestamp,
            @Nullable Long duration) {}

    private static final int MOST_KEYFRAMES = 100;
    private static final long LONGEST_MILLIS = 86_400_000;
    private static final PictureSize FRAME = new PictureSize(1920, 1080);
    private static final double FPS = 30;

    @Override
    public Task task(Flaws flaws) {
        var inputs = new LinkedHashMap<Source, Integer>();
        var read = new ArrayList<Track>();
        var given = tracks == null ? List.<TrackBody>of() : tracks;
        for (int number = 0; number < given.size(); number++) {
            read.add(track(flaws, "tracks[%d]".formatted(number), given.get(number), inputs));
        }
        flaws.require(!inputs.isEmpty(), "tracks", "give at least one track with a keyframe");
        flaws.require(inputs.size() <= MOST_KEYFRAMES, "tracks", "at most %d sources".formatted(MOST_KEYFRAMES));
        var wish = FrameWish.of(flaws, width, height, fps);
        return new Task.Arrange(
                List.copyOf(inputs.keySet()),
                new Timeline(read, wish.size().orElse(FRAME), wish.fps() > 0 ? wish.fps() : FPS));
    }

    private static Track track(Flaws flaws, String key, TrackBody body, Map<Source, Integer> inputs) {
        var kind = "audio".equals(body.type()) ? Track.Kind.AUDIO : Track.Kind.VIDEO;
        flaws.require("audio".equals(body.type()) || "video".equals(body.type()), key + ".type", "give video or audio");
        var keyframes = new ArrayList<Keyframe>();
        for (var frame : Optional.ofNullable(body.keyframes()).orElse(List.of())) {
            var source = Sources.one(flaws, frame.url(), key + ".keyframes.url");
            int input = inputs.computeIfAbsent(source, _ -> inputs.size());
            keyframes.add(new Keyframe(
                    input,
                    millis(flaws, frame.timestamp(), key + ".keyframes.timestamp", 0),
                    millis(flaws, frame.duration(), key + ".keyframes.duration", 1)));
        }
        return new Track(kind, keyframes);
    }

    private static Duration millis(Flaws flaws, @Nullable Long millis, String key, long least) {
        long given = millis == null ? -1 : millis;
        return flaws.require(given >= least && given <= LONGEST_MILLIS, key, "give milliseconds, at least " + least)
                ? Duration.ofMillis(given)
                : Duration.ofMillis(1);
    }
}
