package media.usenet.effect;

import java.util.ArrayList;
import java.util.List;

/// How long each step of a piece of work took.
public final class Steps {

    /// @param millis to a hundredth
    public record Timed(String step, double millis) {}

    /// Work that may fail in its own way.
    public interface Work<R, X extends Exception> {
        R run() throws X;
    }

    /// As [Work], without an answer.
    public interface Task<X extends Exception> {
        void run() throws X;
    }

    private final long start;
    private final List<Timed> timed = new ArrayList<>();

    /// @param start by `System.nanoTime`: when the kernel announced what the work is about, or when it was asked for
    public Steps(long start) {
        this.start = start;
    }

    public static Steps fromNow() {
        return new Steps(System.nanoTime());
    }

    public <R, X extends Exception> R time(String step, Work<R, X> work) throws X {
        long begin = System.nanoTime();
        try {
            return work.run();
        } finally {
            timed.add(new Timed(step, millis(System.nanoTime() - begin)));
        }
    }

    public <X extends Exception> void run(String step, Task<X> work) throws X {
        Work<Boolean, X> answering = () -> {
            work.run();
            return true;
        };
        time(step, answering);
    }

    public List<Timed> all() {
        return List.copyOf(timed);
    }

    public double totalMillis() {
        return millis(System.nanoTime() - start);
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
