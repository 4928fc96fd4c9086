package media.usenet.transcode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import media.usenet.climb.Input;
import media.usenet.fetch.FetchException;
import media.usenet.fetch.FetchLimits;
import media.usenet.fetch.Fetcher;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.job.Phase;
import media.usenet.job.Progress;
import media.usenet.request.JobOptions;
import media.usenet.request.Kind;
import media.usenet.task.Source;
import media.usenet.uploads.Uploads;
import media.usenet.worker.Attempt;

/// Brings the sources of a job to where its sandbox can read them, and looks at what they are.
final class Gathering {

    private final Fetcher fetcher;
    private final FetchLimits limits;
    private final Uploads uploads;
    private final Library library;
    private final FFmpeg ffmpeg;

    Gathering(Fetcher fetcher, FetchLimits limits, Uploads uploads, Library library, FFmpeg ffmpeg) {
        this.fetcher = fetcher;
        this.limits = limits;
        this.uploads = uploads;
        this.library = library;
        this.ffmpeg = ffmpeg;
    }

    /// @param folder of the attempt, which downloads go to
    List<Input> gather(Kind.Request request, Attempt attempt, Path folder) throws FetchException, InterruptedException {
        var files = new HashMap<Source, Path>();
        for (var source : request.task().sources()) {
            if (!files.containsKey(source)) {
                var download = folder.resolve("source-" + files.size());
                files.put(source, file(source, request.options(), attempt, download));
            }
        }
        attempt.phase(Phase.PROBING);
        return probe(request.task().sources(), files);
    }

    private List<Input> probe(List<Source> sources, Map<Source, Path> files) throws InterruptedException {
        var inputs = new ArrayList<Input>();
        for (var source : sources) {
            var file = files.get(source);
            if (file != null) {
                inputs.add(new Input(source, file, ffmpeg.probe(file)));
            }
        }
        return inputs;
    }

    private Path file(Source source, JobOptions options, Attempt attempt, Path download)
            throws FetchException, InterruptedException {
        return switch (source) {
            case Source.LibraryFile(Path path) -> library.file(path);
            case Source.Upload(String id) -> uploads.file(id);
            case Source.Address(String url) -> fetch(url, options, attempt, download);
        };
    }

    private Path fetch(String url, JobOptions options, Attempt attempt, Path download)
            throws FetchException, InterruptedException {
        attempt.phase(Phase.DOWNLOADING);
        var fetched = fetcher.fetch(
                url,
                Objects.requireNonNullElse(options.headers(), Map.of()),
                download,
                limits,
                bytes -> attempt.progress(new Progress(null, null, null, null, null, bytes)));
        attempt.log("fetched %d bytes from %s"
                .formatted(fetched.bytes(), fetched.from().getHost()));
        return fetched.file();
    }
}
