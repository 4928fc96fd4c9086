package media.usenet.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What a job costs beside plain FFmpeg with the same arguments: processor time of all processes there are, as the
/// kernel counts it for a control group. Pairs are run one after the other, in an order of chance.
final class CostFigure {

    private static final int PAIRS = 10;
    private static final Path GROUPS = Path.of("/sys/fs/cgroup/cpuacct");

    private final MeasuredController controller;

    CostFigure(MeasuredController controller) {
        this.controller = controller;
    }

    void print() throws IOException, InterruptedException {
        if (!Files.isWritable(GROUPS)) {
            System.out.printf("%ncost: SKIPPED, %s cannot be written%n", GROUPS);
            return;
        }
        var clip = Clips.film(controller.media().resolve("cost.mkv"), 10, "1920x1080", 25);
        var ours = group("usenet-ours");
        join(ours, controller.process().pid());
        var arguments = arguments(clip);
        var random = new Random(1);
        var job = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        for (int pair = 0; pair < PAIRS; pair++) {
            boolean first = random.nextBoolean();
            if (first) {
                job.add(ours(ours, clip));
            }
            plain.add(plain(arguments));
            if (!first) {
                job.add(ours(ours, clip));
            }
            System.out.printf("pair %d: job %.2f s, plain %.2f s%n", pair + 1, job.getLast(), plain.getLast());
        }
        double ratio = Figures.quantile(job, 0.5) / Figures.quantile(plain, 0.5);
        System.out.printf(
                "%nCPU of %d pairs, medians: a job %.2f s, plain FFmpeg %.2f s, %+.1f %%%n",
                PAIRS, Figures.quantile(job, 0.5), Figures.quantile(plain, 0.5), (ratio - 1) * 100);
    }

    /// As the job's log has them, with an output of its own.
    private List<String> arguments(Path clip) throws IOException, InterruptedException {
        var job = controller.submit(clip.toString(), Map.of());
        controller.end(job);
        var line = controller
                .log(job)
                .lines()
                .filter(each -> each.contains(" ffmpeg "))
                .findFirst()
                .orElseThrow();
        var argv = new ArrayList<>(
                List.of(line.substring(line.indexOf(" ffmpeg ") + 8).split(" ")));
        argv.set(argv.size() - 1, controller.media().resolve("plain.mkv").toString());
        System.out.println("ffmpeg " + String.join(" ", argv));
        return argv;
    }

    private double ours(Path group, Path clip) throws IOException, InterruptedException {
        double before = seconds(group);
        controller.submitAndWait(clip.toString());
        // What runs on after the end that was told is ours too.
        Thread.sleep(500);
        return seconds(group) - before;
    }

    private double plain(List<String> arguments) throws IOException, InterruptedException {
        var group = group("usenet-plain");
        double before = seconds(group);
        var argv = new ArrayList<>(List.of(
                "sh", "-c", "echo $$ > %s/cgroup.procs; exec \"$@\"".formatted(group), "sh", "ffmpeg", "-v", "error"));
        argv.addAll(List.of("-nostdin", "-y"));
        argv.addAll(arguments);
        int code = new ProcessBuilder(argv).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("plain ffmpeg ended with " + code);
        }
        return seconds(group) - before;
    }

    private static Path group(String name) throws IOException {
        return Files.createDirectories(GROUPS.resolve(name));
    }

    private static void join(Path group, long pid) throws IOException {
        Files.writeString(group.resolve("cgroup.procs"), String.valueOf(pid));
    }

    private static double seconds(Path group) throws IOException {
        return Long.parseLong(Files.readString(group.resolve("cpuacct.usage")).strip()) / 1e9;
    }
}
