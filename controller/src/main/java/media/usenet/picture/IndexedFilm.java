package media.usenet.picture;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import media.usenet.container.ContainerIndex;
import media.usenet.container.DamagedContainer;
import media.usenet.container.IndexReader;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A film's file with its index, where it has one that can be read.
record IndexedFilm(Path file, double seconds, @Nullable ContainerIndex index) {

    /// Fewer key frames than this a file has when its index lists but the first of many: fragmented, or cut
    /// off.
    private static final int LEAST_KEYS = 2;

    static IndexedFilm open(Path file, MediaFacts facts) {
        var index = read(file).filter(found -> found.keys().size() >= LEAST_KEYS);
        var told = facts.duration() == null ? 0 : Span.seconds(facts.duration());
        var seconds = told > 0 ? told : index.map(ContainerIndex::seconds).orElse(0.0);
        return new IndexedFilm(file, seconds, index.orElse(null));
    }

    private static Optional<ContainerIndex> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(
                    Problem.MEDIA_UNREADABLE, file + " is no file", "scan the library again: it may be gone");
        }
        try (var channel = FileChannel.open(file)) {
            return IndexReader.read(channel);
        } catch (DamagedContainer _) {
            // FFmpeg reads past much that is damaged: it is asked instead.
            return Optional.empty();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.MEDIA_UNREADABLE, "cannot read " + file, "check that its drive is mounted", e);
        }
    }

    @Nullable
    IndexCurve curve() {
        return index == null
                ? null
                : IndexCurve.of(index.bytesPerSecond().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }
}
