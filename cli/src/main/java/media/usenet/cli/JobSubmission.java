package media.usenet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the controller for jobs, tells which it has accepted, and waits for them where that was asked for.
final class JobSubmission {

    static final String WAIT = "--wait";
    private static final int KEY_BYTES = 16;
    private static final Path RANDOM = Path.of("/dev/urandom");

    private final Session session;
    private final Controller controller;
    private final boolean waits;
    private final List<JsonObject> accepted = new ArrayList<>();
    private final List<CliProblem> refused = new ArrayList<>();

    JobSubmission(Session session, boolean waits) {
        this.session = session;
        this.controller = session.controller();
        this.waits = waits;
    }

    /// @param kind below `/v1`: `transcode`, `audio/extract`
    /// @param key tells the controller when the same is asked for twice; null for one of its own
    void ask(String kind, String json, @Nullable String key) {
        var query = new Query("/v1/" + kind).with("dryRun", session.dryRun());
        try {
            told(controller.postOnce(query, json, key == null ? random() : key));
        } catch (CliProblem e) {
            if (e.code().equals("CONTROLLER_UNREACHABLE") && accepted.isEmpty()) {
                throw e;
            }
            refused.add(e);
        }
    }

    /// What the controller answered to a request for one job, or to its dry run.
    void told(Answer answer) {
        if (session.dryRun()) {
            DryRun.show(session, answer);
        } else {
            accepted(answer);
        }
    }

    private void accepted(Answer answer) {
        var job = answer.json();
        accepted.add(job);
        if (session.json() && !waits) {
            session.screen().unchanged(answer.text());
        } else if (!session.json() && session.quiet() && !waits) {
            session.screen().line(JobText.id(job));
        } else if (!session.json() && !session.quiet()) {
            session.screen().paragraph("accepted: ", JobText.id(job) + "  " + JobText.name(job));
            session.screen().flush();
        }
    }

    /// @return what the process ends with
    /// @throws CliProblem when a job was refused, or waited for and did not succeed
    int end() {
        int asked = accepted.size() + refused.size();
        if (!refused.isEmpty() && (!waits || accepted.isEmpty())) {
            throw CliProblem.several(
                    refused,
                    Math.max(asked, refused.size()),
                    "jobs were refused",
                    "correct what is named, then ask for those again");
        }
        if (!waits) {
            next();
            return Exit.DONE.code;
        }
        return ended();
    }

    private void next() {
        if (!accepted.isEmpty() && !session.json()) {
            var ids = accepted.stream().map(JobText::id).toList();
            session.hint("  next: usenet jobs watch" + (ids.size() == 1 ? " " + ids.getFirst() : ""));
        }
    }

    private int ended() {
        if (accepted.isEmpty()) {
            return Exit.DONE.code;
        }
        var jobs = new JobWatch(session, controller, accepted).follow();
        return JobEnd.show(session, jobs, refused);
    }

    /// Read from the kernel: Java's own random numbers take longer to load than a request to the controller.
    private static String random() {
        var bytes = new byte[KEY_BYTES];
        try (var in = Files.newInputStream(RANDOM)) {
            if (in.readNBytes(bytes, 0, KEY_BYTES) == KEY_BYTES) {
                return HexFormat.of().formatHex(bytes);
            }
        } catch (IOException e) {
            throw new CliProblem(
                    Exit.FAILED, "RANDOM_UNREADABLE", "cannot read " + RANDOM, "check that /dev is mounted");
        }
        throw new IllegalStateException(RANDOM + " has ended");
    }
}
