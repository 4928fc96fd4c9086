package media.usenet.drives;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.MountCalls;
import media.usenet.storage.Mounts;

/// Takes out of a place what is mounted there, although its device may be gone or hang.
final class Detachment {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final MountCalls calls;
    private final Mounts mounts;

    Detachment(MountCalls calls, Mounts mounts) {
        this.calls = calls;
        this.mounts = mounts;
    }

    /// Whatever is mounted there, on top of each other. Nobody sees it any more when this returns.
    void of(Path place) {
        for (var number = top(place); number.isPresent(); number = top(place)) {
            detach(place, number.get());
        }
    }

    /// With the last user of a file system, whoever detaches it writes it out, and hangs with the device. The mount is
    /// out of sight by then, and only that is waited for.
    private void detach(Path place, int mount) {
        var failure = new AtomicReference<Optional<ErrnoException>>(Optional.empty());
        var thread = Thread.ofPlatform().daemon().name("detach").start(() -> {
            try {
                calls.detach(place);
            } catch (ErrnoException e) {
                failure.set(Optional.of(e));
            }
        });
        try {
            while (!thread.join(LOOK_AGAIN) && isMounted(mount)) {}
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while detaching " + place, e);
        }
        if (isMounted(mount)) {
            throw new IllegalStateException(
                    "cannot detach " + place, failure.get().orElse(null));
        }
    }

    private Optional<Integer> top(Path place) {
        return mounts.all().reversed().stream()
                .filter(mount -> mount.point().equals(place))
                .map(mount -> mount.id())
                .findFirst();
    }

    private boolean isMounted(int id) {
        return mounts.all().stream().anyMatch(mount -> mount.id() == id);
    }
}
