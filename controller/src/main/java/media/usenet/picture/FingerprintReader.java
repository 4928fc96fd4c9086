package media.usenet.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import media.usenet.container.KeyFrame;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Reads fingerprints. Safe to use from several threads at once.
public final class FingerprintReader {

    static final int FRAMES = 24;

    private final Decoder decoder;

    /// @param folder in which each run of FFmpeg gets a work folder
    public FingerprintReader(FFmpeg ffmpeg, Path folder) {
        this.decoder = new Decoder(ffmpeg, folder);
    }

    /// Reads the index and decodes a few key frames: about a second of one core for a film. The file is
    /// taken for hostile.
    ///
    /// @throws ProblemException `MEDIA_UNREADABLE` when the file has no picture or cannot be decoded or hangs,
    ///     `FFMPEG_MISSING`, `SANDBOX_MISSING`
    public Fingerprint read(Path file, MediaFacts facts) throws InterruptedException {
        if (facts.film().isEmpty()) {
            throw new ProblemException(
                    Problem.MEDIA_UNREADABLE, file + " has no picture", "compare it by its name and its bytes");
        }
        var film = IndexedFilm.open(file, facts);
        var pictures = pictures(film);
        var bars = BarFinder.bars(pictures);
        var frames = pictures.stream().map(picture -> Hashes.of(picture, bars)).toList();
        return new Fingerprint(Span.duration(film.seconds()), bars, frames, film.curve());
    }

    /// The index alone, without decoding anything: some hundredths of a second. It has no frames.
    ///
    /// @throws ProblemException `MEDIA_UNREADABLE`
    public Fingerprint readIndex(Path file, MediaFacts facts) {
        var film = IndexedFilm.open(file, facts);
        return new Fingerprint(Span.duration(film.seconds()), Bars.NONE, List.of(), film.curve());
    }

    private List<Picture> pictures(IndexedFilm film) throws InterruptedException {
        var index = film.index();
        return index == null
                ? decoder.at(film.file(), wanted(film.seconds()), false)
                : decoder.keyFrames(film.file(), index, nearest(index.keys(), wanted(film.seconds())));
    }

    /// In the middle of as many equal parts.
    private static List<Double> wanted(double seconds) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < FRAMES; i++) {
            times.add(seconds * (i + 0.5) / FRAMES);
        }
        return times;
    }

    private static List<KeyFrame> nearest(List<KeyFrame> keys, List<Double> wanted) {
        var byTime = new TreeMap<Double, KeyFrame>();
        keys.forEach(key -> byTime.put(key.seconds(), key));
        var chosen = new TreeMap<Double, KeyFrame>();
        for (var time : wanted) {
            var before = byTime.floorEntry(time);
            var after = byTime.ceilingEntry(time);
            var near = after == null || (before != null && time - before.getKey() <= after.getKey() - time)
                    ? before
                    : after;
            if (near != null) {
                chosen.put(near.getKey(), near.getValue());
            }
        }
        return List.copyOf(chosen.values());
    }
}
