package media.usenet.linux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import media.usenet.linux.KernelEvent.MountTableChanged;
import media.usenet.linux.KernelEvent.Quiet;

/// What the kernel announces of devices, and that the mount table changed, from the moment it was opened. Nothing is
/// asked for at intervals: whoever reads sleeps in the kernel until there is something.
public final class KernelEvents implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 << 20;
    private static final Path MOUNTINFO = Path.of("/proc/self/mountinfo");
    private static final int WAKE = 0;
    private static final int MOUNTS = 1;
    private static final int UEVENTS = 2;

    private final UeventSocket uevents;
    private final Descriptor mountinfo;
    private final Wake wake;
    private final Poll poll = new Poll(3);
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock waking = new ReentrantLock();
    private boolean mountsChanged;
    private volatile boolean closed;

    private KernelEvents(UeventSocket uevents, Descriptor mountinfo, Wake wake) {
        this.uevents = uevents;
        this.mountinfo = mountinfo;
        this.wake = wake;
        poll.set(WAKE, wake.descriptor(), Poll.IN);
        poll.set(MOUNTS, mountinfo, (short) (Poll.PRIORITY | Poll.ERROR));
        poll.set(UEVENTS, uevents.descriptor(), Poll.IN);
    }

    public static KernelEvents open() throws ErrnoException {
        return open(BUFFER_BYTES);
    }

    /// @param bufferBytes of announcements that may wait before some are lost
    static KernelEvents open(int bufferBytes) throws ErrnoException {
        var uevents = UeventSocket.open(bufferBytes);
        try {
            return opened(uevents, Descriptor.open(MOUNTINFO, 0));
        } catch (ErrnoException e) {
            uevents.close();
            throw e;
        }
    }

    private static KernelEvents opened(UeventSocket uevents, Descriptor mountinfo) throws ErrnoException {
        try {
            return new KernelEvents(uevents, mountinfo, Wake.open());
        } catch (ErrnoException e) {
            mountinfo.close();
            throw e;
        }
    }

    /// Waits for the next event. Only one thread may, and it should be a platform thread: a virtual one would hold its
    /// carrier.
    ///
    /// @param timeout how long; not at all if zero
    public KernelEvent next(Duration timeout) throws ErrnoException {
        reading.lock();
        try {
            return waitFor(timeout.toNanos());
        } finally {
            reading.unlock();
        }
    }

    private KernelEvent waitFor(long nanos) throws ErrnoException {
        var start = System.nanoTime();
        while (true) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            var left = nanos - (System.nanoTime() - start);
            poll.await(Duration.ofNanos(mountsChanged ? 0 : Math.max(left, 0)));
            var event = ready();
            if (event.isPresent()) {
                return event.get();
            }
            if (left <= 0) {
                return new Quiet();
            }
        }
    }

    private Optional<KernelEvent> ready() throws ErrnoException {
        // The kernel tells of a change of the mount table in one answer only: keep it while others go first.
        mountsChanged |= poll.has(MOUNTS);
        if (poll.has(WAKE)) {
            wake.clear();
            return Optional.of(new Quiet());
        }
        if (mountsChanged) {
            mountsChanged = false;
            return Optional.of(new MountTableChanged());
        }
        return poll.has(UEVENTS) ? uevents.receive() : Optional.empty();
    }

    /// Whether a thread is in [#next] now.
    boolean isRead() {
        return reading.isLocked();
    }

    /// Ends the waiting of [#next], or else of the next call of it.
    public void wake() {
        waking.lock();
        try {
            // After closing, the number may be another file's.
            if (!closed) {
                wake.set();
            }
        } finally {
            waking.unlock();
        }
    }

    /// Ends a waiting too. After it, [#next] must not be called.
    @Override
    public void close() throws ErrnoException {
        if (endWaiting()) {
            reading.lock();
            try (uevents;
                    mountinfo) {
                wake.close();
            } finally {
                reading.unlock();
            }
        }
    }

    private boolean endWaiting() {
        waking.lock();
        try {
            wake();
            var first = !closed;
            closed = true;
            return first;
        } finally {
            waking.unlock();
        }
    }
}
