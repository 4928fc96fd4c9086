package media.usenet.services;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Stands before the controller's programs and notes which ran, and when the last one ended.
final class ComposeClock implements BeanPostProcessor {

    private final List<String> commands = new ArrayList<>();
    private long lastEnd;

    synchronized void reset() {
        commands.clear();
    }

    /// Each with its milliseconds.
    synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    /// As [System#nanoTime()].
    synchronized long lastEnd() {
        return lastEnd;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ProcessRunner runner ? new Timed(runner, this) : bean;
    }

    private record Timed(ProcessRunner runner, ComposeClock clock) implements ProcessRunner {

        @Override
        public Outcome run(Command command, Consumer<String> onErrorLine) {
            long start = System.nanoTime();
            var outcome = runner.run(command, onErrorLine);
            clock.ended(command, start);
            return outcome;
        }
    }

    private synchronized void ended(Command command, long start) {
        lastEnd = System.nanoTime();
        commands.add("%s: %.0f ms".formatted(command, (lastEnd - start) / 1e6));
    }
}
