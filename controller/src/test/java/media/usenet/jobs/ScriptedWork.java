package media.usenet.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import media.usenet.publish.Output;
import media.usenet.worker.Attempt;
import media.usenet.worker.Ending;
import media.usenet.worker.Work;

/// Work that does what the test says: by default it writes one file, named after the job's label.
final class ScriptedWork implements Work {

    interface Script {
        Ending run(Attempt attempt) throws InterruptedException, IOException;
    }

    private final Path destination;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<String> started = new ConcurrentLinkedQueue<>();

    ScriptedWork(Path destination) {
        this.destination = destination;
    }

    /// @param label of the jobs that do it
    void on(String label, Script script) {
        scripts.put(label, script);
    }

    /// Jobs of that label run until the latch opens or they are interrupted.
    CountDownLatch holds(String label) {
        var latch = new CountDownLatch(1);
        on(label, attempt -> {
            latch.await();
            return made(attempt, label);
        });
        return latch;
    }

    Ending made(Attempt attempt, String... names) throws IOException {
        var folder = attempt.folder(destination);
        var outputs = new java.util.ArrayList<Output>();
        for (var name : names) {
            var file = Files.writeString(folder.resolve(name), "content of " + name);
            outputs.add(new Output(file, destination.resolve(name), false));
        }
        return new Ending.Made(List.copyOf(outputs), Map.of("made", names.length));
    }

    @Override
    public String type() {
        return "test";
    }

    @Override
    public Ending run(Attempt attempt) throws InterruptedException {
        started.add(attempt.label());
        try {
            return scripts.getOrDefault(attempt.label(), this::usual).run(attempt);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Ending usual(Attempt attempt) throws IOException {
        return made(attempt, attempt.label());
    }
}
