package media.usenet.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import media.usenet.database.Database;
import media.usenet.host.TestClassPath;
import media.usenet.job.Lane;

/// A worker in a process of its own, which dies without a farewell at a step that it is told.
final class QueueProcess {

    static final int DEAD = 9;

    private QueueProcess() {}

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[1]);
        var step = args[3];
        var database = Database.at(args[0], false);
        var work = new ScriptedWork(folder.resolve("out"));
        work.on("film", attempt -> work.made(attempt, "film.mp4", "film.srt"));
        work.on("poison", _ -> {
            Runtime.getRuntime().halt(DEAD);
            throw new IllegalStateException();
        });
        work.on("hang", attempt -> {
            attempt.folder(folder.resolve("out"));
            Thread.sleep(600_000);
            return work.made(attempt, "hang");
        });
        var parts =
                new QueueParts(database, QueueRig.QUICK, args[2], folder.resolve("state"), List.of(work), reached -> {
                    if (reached.equals(step)) {
                        Runtime.getRuntime().halt(DEAD);
                    }
                });
        parts.node().lanes(List.of(new Lane("cpu", 1)));
        parts.node().start();
        Runtime.getRuntime().addShutdownHook(new Thread(parts.node()::close));
        Thread.sleep(600_000);
    }

    static Process start(String address, Path folder, String node, String step) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        TestClassPath.text(),
                        QueueProcess.class.getName(),
                        address,
                        folder.toString(),
                        node,
                        step)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("worker.log").toFile()))
                .start();
    }

    static void awaitDeath(Process process) throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the worker did not reach the step");
        }
    }
}
