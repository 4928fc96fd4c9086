package media.usenet.worker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import media.usenet.job.EncoderStep;
import media.usenet.job.Phase;
import media.usenet.job.Progress;
import media.usenet.queue.Claim;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One try at a job, as its [Work] sees it: what to do, where, and whom to tell. Cancelling the job, losing it to
/// another
/// machine and stopping the program all interrupt the thread that runs it. What is told is cheap and may come from
/// any thread.
public final class Attempt {

    private final Claim claim;
    private final Canvas canvas;
    private final UnaryOperator<Path> folders;
    private final Path kept;
    private final Consumer<String> log;

    /// @param folders makes this attempt's folder below a destination
    /// @param kept the job's own folder for outputs
    Attempt(Claim claim, Canvas canvas, UnaryOperator<Path> folders, Path kept, Consumer<String> log) {
        this.claim = claim;
        this.canvas = canvas;
        this.folders = folders;
        this.kept = kept;
        this.log = log;
    }

    /// The job's id.
    public String job() {
        return claim.job();
    }

    public String type() {
        return claim.type();
    }

    public String label() {
        return claim.label();
    }

    /// The lane that the job runs in, and so the device that it may use.
    public String lane() {
        return claim.lane();
    }

    /// The API key that asked for the job.
    public Optional<String> key() {
        return Optional.ofNullable(claim.key());
    }

    public JsonNode request() {
        return claim.request();
    }

    /// The slots of the drives that the job named.
    public Set<String> slots() {
        return claim.slots();
    }

    /// Which attempt this is, from 1.
    public int number() {
        return claim.number();
    }

    /// An empty folder on the file system of the destination, that goes when the attempt has ended.
    ///
    /// @param destination the folder that outputs are to be published into; made where it is missing
    /// @throws media.usenet.problem.ProblemException `FILE_NOT_WRITTEN`
    public Path folder(Path destination) {
        return folders.apply(destination);
    }

    /// The folder for outputs that nobody has given a place: they are kept as long as the job is.
    public Path keptFolder() {
        return kept;
    }

    public void phase(Phase now) {
        canvas.phase(now);
        log.accept("phase " + now.word());
    }

    public void progress(Progress now) {
        canvas.progress(now);
    }

    /// A line of the job's own log.
    public void log(String line) {
        log.accept(line);
    }

    /// Something that whoever asked should know though the job goes on; shown with the job.
    public void warn(String text) {
        canvas.warn(text);
        log.accept("warning: " + text);
    }

    /// One step on the way to an encoder.
    public void encoder(EncoderStep step) {
        canvas.encoder(step);
        log.accept("encoder %s on %s: %s".formatted(step.encoder(), step.lane(), step.because()));
    }

    /// Whether that encoder has failed on this job already, before another lane took it over.
    public boolean failedBefore(String encoder, @Nullable String device) {
        return claim.earlier().stream().anyMatch(step -> !step.used() && step.isSameEncoder(encoder, device));
    }

    /// A fact for the job's result, kept even when the attempt fails.
    public void note(String key, Object value) {
        canvas.note(key, value);
    }
}
