package media.usenet.transcode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import media.usenet.drives.DriveEvent;
import media.usenet.drives.DriveListener;
import media.usenet.drives.SlotState;
import media.usenet.jobs.Jobs;
import org.springframework.beans.factory.ObjectProvider;

/// Knows which slots are gone: jobs that need one of them wait, and go on when it is back.
final class SlotFollower implements DriveListener {

    private final Map<String, SlotState> states = new ConcurrentHashMap<>();
    private final ObjectProvider<Jobs> jobs;

    /// @param jobs asked for late: drives are looked after before jobs are
    SlotFollower(ObjectProvider<Jobs> jobs) {
        this.jobs = jobs;
    }

    @Override
    public void onDrive(DriveEvent event) {
        var slot = event.slot();
        var state = event.state();
        if (slot == null || state == null) {
            return;
        }
        states.put(slot, state);
        Thread.ofVirtual().name("jobs-of-" + slot).start(() -> jobs.ifAvailable(queue -> tell(queue, slot)));
    }

    /// As the slot stands by now: it may have changed again before this thread came to it.
    private void tell(Jobs queue, String slot) {
        if (gone(slot)) {
            queue.suspend(slot);
        } else {
            queue.resume(slot);
        }
    }

    /// Whether it is known that nothing can be read there now.
    boolean gone(String slot) {
        var state = states.get(slot);
        return state != null && !state.readable();
    }
}
