package media.usenet.cli;

import java.util.List;

/// `usenet media probe`: what is in a media file.
final class MediaProbe implements Command {

    @Override
    public Manual manual() {
        return new Manual("probe", "what is in a film: format, streams, codecs, languages, HDR")
                .words("FILE|URL", "0..1")
                .example("usenet media probe film.mkv", "its streams")
                .example("usenet media probe https://example.org/film.mp4 --json", "for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var source = MediaSource.of(given.word("FILE|URL", "usenet media probe"));
        var controller = session.controller();
        var query = new Query("/v1/probe").with("dryRun", session.dryRun());
        var answer = controller.post(query, JsonWriting.object("input", source));
        if (session.dryRun()) {
            return DryRun.show(session, answer);
        }
        if (answer.accepted() || !JobText.succeeded(answer.json())) {
            return waited(session, new JobWatch(session, controller, List.of(answer.json())).follow());
        }
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            MediaStreams.show(session.screen(), answer.json().object("result"));
        }
        return Exit.DONE.code;
    }

    /// A source that had to be fetched first.
    private static int waited(Session session, List<WatchedJob> jobs) {
        var end = jobs.getFirst().end();
        if (session.json() || end == null || !JobText.succeeded(end)) {
            return JobEnd.show(session, jobs);
        }
        MediaStreams.show(session.screen(), end.object("result"));
        return Exit.DONE.code;
    }
}
