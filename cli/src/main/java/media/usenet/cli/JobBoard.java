package media.usenet.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How far jobs are: a line for each and one for all of them, rewritten in place on a terminal; elsewhere a line for
/// each news. Told by one thread at a time.
sealed interface JobBoard {

    void told(WatchedJob job, WatchedJob.News news);

    static JobBoard of(Session session, List<WatchedJob> jobs) {
        if (session.quiet() || session.json()) {
            return new Silent();
        }
        return session.rewrites()
                ? new Live(new LiveLines(session), jobs)
                : new Lines(session.around().err());
    }

    final class Silent implements JobBoard {

        @Override
        public void told(WatchedJob job, WatchedJob.News news) {}
    }

    /// Of figures one in ten percent: a log is to be read later.
    final class Lines implements JobBoard {

        private static final int STEPS = 10;

        private final PrintStream err;
        private final Map<String, Long> shown = new HashMap<>();

        Lines(PrintStream err) {
            this.err = err;
        }

        @Override
        public void told(WatchedJob job, WatchedJob.News news) {
            switch (news) {
                case STEP -> line(job, job.said());
                case FIGURES -> figures(job);
                case END -> {} // the answer tells it
            }
        }

        private void figures(WatchedJob job) {
            var percent = JobText.percent(job.progress());
            long step = (long) Math.floor(STEPS * job.fraction());
            if (percent != null && step > shown.getOrDefault(job.id(), -1L)) {
                shown.put(job.id(), step);
                var parts = new ArrayList<>(List.of(job.doing() + " " + percent));
                parts.addAll(JobText.figures(job.progress()));
                line(job, String.join(", ", parts));
            }
        }

        private void line(WatchedJob job, String text) {
            err.print(job.name() + ": " + text + "\n");
            err.flush();
        }
    }

    final class Live implements JobBoard {

        private static final int MOST_JOBS = 10;

        private final LiveLines lines;
        private final List<WatchedJob> jobs;
        private final JobLine form;

        Live(LiveLines lines, List<WatchedJob> jobs) {
            this.lines = lines;
            this.jobs = jobs;
            this.form = new JobLine(jobs.stream().map(WatchedJob::name).toList(), lines.width());
        }

        @Override
        public void told(WatchedJob job, WatchedJob.News news) {
            if (news == WatchedJob.News.END) {
                lines.settle(form.text(job.name(), job.doing(), job.progress()));
            }
            var now = new ArrayList<String>();
            for (boolean running : List.of(true, false)) {
                for (var each : jobs) {
                    if (!each.over() && each.running() == running && now.size() < MOST_JOBS) {
                        now.add(form.text(each.name(), each.doing(), each.progress()));
                    }
                }
            }
            if (jobs.size() > 1) {
                now.add(form.text("all " + jobs.size(), total(), overall()));
            }
            lines.show(now, news == WatchedJob.News.FIGURES);
        }

        private JsonObject overall() {
            double sum = 0;
            for (var job : jobs) {
                sum += job.fraction();
            }
            return JsonObject.of("fraction", sum / jobs.size());
        }

        private String total() {
            long ended = jobs.stream().filter(WatchedJob::over).count();
            var running = jobs.stream().filter(WatchedJob::running).toList();
            double fps = 0;
            for (var job : running) {
                fps += job.progress().number("fps", 0);
            }
            return ended + " ended  " + running.size() + " running" + (fps > 0 ? "  " + JobText.fps(fps) : "");
        }
    }
}
