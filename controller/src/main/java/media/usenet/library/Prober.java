package media.usenet.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import media.usenet.container.DamagedContainer;
import media.usenet.container.Encryption;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Looks into one file. Whatever the file is like, there is an answer.
final class Prober {

    /// Reads what a file holds.
    @FunctionalInterface
    interface Probe {

        /// @throws ProblemException `MEDIA_UNREADABLE`, `MEDIA_HANGS`; anything else is no fault of the file
        MediaFacts probe(Path file);
    }

    /// Waits until it is so late, or a little less.
    @FunctionalInterface
    interface Pause {
        void until(Instant time);
    }

    private static final int FIRST_BYTES = 4096;

    /// What was written within it may be written to still.
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Probe probe;
    private final Pause pause;

    /// @param pause between two looks at a file that was written just now
    Prober(Probe probe, Pause pause) {
        this.probe = probe;
        this.pause = pause;
    }

    /// @throws ProblemException where it is not the file that is to blame: `FFMPEG_MISSING`, `SANDBOX_MISSING`
    Look look(Found found) {
        if (found.bytes() == 0) {
            return new Look(ProbeStatus.EMPTY, "the file has no bytes", null);
        }
        try (var file = Files.newByteChannel(found.path())) {
            // A drive that fails does so here, with its reason, and is not taken for a broken file.
            var first = ByteBuffer.allocate(FIRST_BYTES);
            file.read(first);
            var unwritten = Holes.in(found, first.flip());
            if (unwritten.isPresent()) {
                return new Look(ProbeStatus.SPARSE, unwritten.get(), null);
            }
        } catch (IOException e) {
            return new Look(ProbeStatus.UNREADABLE, "it cannot be read: " + Walk.reason(e), null);
        }
        var look = locked(found, probed(found));
        return look.status() == ProbeStatus.TIMED_OUT || still(found)
                ? look
                : new Look(ProbeStatus.GROWING, "it changed while it was looked into", null);
    }

    /// What FFprobe makes of an encrypted film is the same as of a good one, or nothing.
    private static Look locked(Found found, Look look) {
        if (look.status() != ProbeStatus.PROBED && look.status() != ProbeStatus.BROKEN) {
            return look;
        }
        try (var file = Files.newByteChannel(found.path())) {
            return Encryption.of(file)
                    .map(how -> new Look(ProbeStatus.ENCRYPTED, "it is encrypted (%s)".formatted(how), look.facts()))
                    .orElse(look);
        } catch (DamagedContainer _) {
            return look;
        } catch (IOException e) {
            return new Look(ProbeStatus.UNREADABLE, "it cannot be read: " + Walk.reason(e), null);
        }
    }

    private Look probed(Found found) {
        try {
            var facts = probe.probe(found.path());
            if (facts.video().isEmpty() && facts.audio().isEmpty()) {
                return new Look(ProbeStatus.BROKEN, "there is neither a picture nor a sound in it", facts);
            }
            return Endings.missing(found.path(), found.bytes())
                    .map(missing -> new Look(ProbeStatus.TRUNCATED, missing, facts))
                    .orElseGet(() -> new Look(ProbeStatus.PROBED, null, facts));
        } catch (IOException e) {
            return new Look(ProbeStatus.UNREADABLE, "it cannot be read: " + Walk.reason(e), null);
        } catch (ProblemException e) {
            return new Look(status(e), e.detail(), null);
        }
    }

    private static ProbeStatus status(ProblemException e) {
        if (e.problem() == Problem.MEDIA_HANGS) {
            return ProbeStatus.TIMED_OUT;
        }
        if (e.problem() != Problem.MEDIA_UNREADABLE) {
            throw e;
        }
        return e.detail().contains("Input/output error") ? ProbeStatus.UNREADABLE : ProbeStatus.BROKEN;
    }

    /// Whether it is as it was when it was found.
    private boolean still(Found found) {
        pause.until(found.modified().plus(FRESH));
        try {
            return Files.size(found.path()) == found.bytes()
                    && Files.getLastModifiedTime(found.path()).toMillis()
                            == found.modified().toEpochMilli();
        } catch (IOException _) {
            // It has gone since; the next walk says so.
            return false;
        }
    }
}
