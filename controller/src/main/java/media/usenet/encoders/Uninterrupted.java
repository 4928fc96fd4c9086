package media.usenet.encoders;

/// Work of an operation, which nobody interrupts but the end of the controller.
final class Uninterrupted {

    interface Work<T> {
        T run() throws InterruptedException;
    }

    private Uninterrupted() {}

    static <T> T get(Work<T> work) {
        try {
            return work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the controller ends", e);
        }
    }
}
