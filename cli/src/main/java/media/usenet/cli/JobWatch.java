package media.usenet.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/// Follows jobs to their end. They go on whether or not they are followed.
final class JobWatch {

    /// Connections at a time. A job further back is followed when one before it has ended; its events wait.
    private static final int MOST_FOLLOWED = 24;

    private final Session session;
    private final Controller controller;
    private final List<WatchedJob> jobs = new ArrayList<>();
    private final JobBoard board;

    JobWatch(Session session, Controller controller, List<JsonObject> jobs) {
        this.session = session;
        this.controller = controller;
        jobs.forEach(job -> this.jobs.add(new WatchedJob(job)));
        this.board = JobBoard.of(session, this.jobs);
    }

    /// @return the jobs, each ended or lost
    List<WatchedJob> follow() {
        var interruption = new Thread(this::left);
        Runtime.getRuntime().addShutdownHook(interruption);
        if (jobs.size() == 1) {
            follow(jobs.getFirst());
        } else {
            try (var threads = Executors.newFixedThreadPool(
                    MOST_FOLLOWED, Thread.ofVirtual().factory())) {
                jobs.forEach(job -> threads.execute(() -> follow(job)));
            }
        }
        Runtime.getRuntime().removeShutdownHook(interruption);
        return jobs;
    }

    private void follow(WatchedJob job) {
        var events = new Query("/v1/jobs/" + Query.escaped(job.id()) + "/events");
        var feed = new EventFeed(controller, events, session.around().patience(), true);
        try {
            feed.follow(event -> told(job, event));
        } catch (CliProblem e) {
            lost(job, e.code().equals("CONTROLLER_UNREACHABLE") ? unknown(job) : e);
        }
    }

    /// @return whether it goes on
    private synchronized boolean told(WatchedJob job, EventStream.Sent event) throws IOException {
        var news = job.hears(event);
        board.told(job, news);
        return news != WatchedJob.News.END;
    }

    private synchronized void lost(WatchedJob job, CliProblem problem) {
        job.lost(problem);
        board.told(job, WatchedJob.News.END);
    }

    private static CliProblem unknown(WatchedJob job) {
        return new CliProblem(
                Exit.UNREACHABLE,
                "CONTROLLER_UNREACHABLE",
                "the controller no longer answers; how " + job.id() + " went on is not known",
                "usenet jobs show " + job.id() + ", once it answers again");
    }

    private void left() {
        session.around().err().print(leaving(jobs));
        session.around().err().flush();
    }

    static String leaving(List<WatchedJob> jobs) {
        var on = jobs.stream().filter(job -> !job.over()).map(WatchedJob::id).toList();
        if (on.isEmpty()) {
            return "";
        }
        return "\ninterrupted: " + (on.size() == 1 ? on.getFirst() + " goes" : on.size() + " jobs go")
                + " on in the controller\n  try: usenet jobs cancel " + String.join(" ", on)
                + "\n       to end " + (on.size() == 1 ? "it" : "them") + ", or usenet jobs watch to look again\n";
    }
}
