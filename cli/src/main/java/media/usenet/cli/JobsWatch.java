package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;

/// `usenet jobs watch`: how far jobs are, until they have ended.
final class JobsWatch implements Command {

    @Override
    public Manual manual() {
        return new Manual("watch", "how far jobs are: a bar, speed and time left, until they end")
                .about(
                        "Without JOB those that run now. Ends as the jobs do: with 1 when they did not succeed, with 3 when"
                                + " some of them did. Interrupted, it leaves the jobs running.")
                .words("[JOB...]", "0..*")
                .example("usenet jobs watch", "all that run")
                .example("usenet jobs watch job_01k9f2m8x4t7v0c3qz5h && mpv film.mp4", "go on when it is done")
                .exits(Exit.FAILED, Exit.USAGE, Exit.PART, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var controller = session.controller();
        var jobs = given.words().isEmpty() ? running(controller) : named(controller, given.words());
        if (jobs.isEmpty()) {
            session.note("No job is running. usenet jobs queue shows what waits, and for what.");
            return Exit.DONE.code;
        }
        return JobEnd.show(session, new JobWatch(session, controller, jobs).follow());
    }

    private static List<JsonObject> running(Controller controller) {
        return controller
                .get(new Query("/v1/jobs").with("state", "running"))
                .json()
                .objects("jobs");
    }

    private static List<JsonObject> named(Controller controller, List<String> ids) {
        var jobs = new ArrayList<JsonObject>();
        for (var id : ids) {
            jobs.add(controller.get(new Query("/v1/jobs/" + Query.escaped(id))).json());
        }
        return jobs;
    }
}
