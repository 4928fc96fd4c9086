package media.usenet.drives;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import media.usenet.drives.Verdict.Attach;
import media.usenet.drives.Verdict.Bind;
import media.usenet.drives.Verdict.Detach;
import media.usenet.drives.Verdict.Stay;
import media.usenet.storage.Mount;
import media.usenet.superblock.Content;
import org.jspecify.annotations.Nullable;

/// Decides what is to be done with a slot. Touches nothing: the same sight gives the same verdict.
final class SlotRules {

    private SlotRules() {}

    /// @param place where the slot lies in the pool
    static Verdict decide(KnownSlot slot, Path place, Sight sight, Past past) {
        var mounted = sight.at(place);
        if (slot.drive() == null) {
            return folder(slot, mounted.isPresent());
        }
        var candidates = sight.with(slot.drive().id());
        if (mounted.isPresent()) {
            return mounted(mounted.get(), slot.drive().id(), sight, past);
        }
        return switch (slot.wanted()) {
            case UNMOUNTED -> stay(SlotState.UNMOUNTED, "unmounted on request");
            case EJECTED -> ejected(slot, candidates, sight, past);
            case MOUNTED -> wanted(candidates, sight, past);
        };
    }

    private static Verdict folder(KnownSlot slot, boolean mounted) {
        if (mounted) {
            return new Stay(slot.readOnly() ? SlotState.READONLY : SlotState.ONLINE, null, null);
        }
        return slot.wanted() == Wanted.MOUNTED && slot.folder() != null
                ? new Bind(slot.folder())
                : stay(SlotState.UNMOUNTED, "unmounted on request");
    }

    private static Verdict mounted(Mount mount, DriveId id, Sight sight, Past past) {
        var beneath = sight.beneath(mount);
        if (beneath.isPresent() && beneath.get().content() instanceof Content.Unreadable broken) {
            return new Detach(SlotState.FAILED, "it cannot be read any more: " + broken.because());
        }
        // A drive that was pulled and put back at once may have its old name again; the file system that was mounted
        // from it is dead all the same.
        if (beneath.isEmpty()
                || !beneath.get().holds(id)
                || past.mountedAnother(beneath.get().device().sequence())) {
            return new Detach(SlotState.MISSING, "it went away without being ejected");
        }
        return alive(mount, beneath.get(), sight.with(id), past);
    }

    private static Verdict alive(Mount mount, Present drive, List<Present> candidates, Past past) {
        var name = drive.device().name();
        if (mount.superOptions().contains("shutdown")) {
            return new Detach(SlotState.FAILED, "its file system was shut down after errors of the drive");
        }
        if (mount.superOptions().contains("emergency_ro")) {
            return new Stay(SlotState.READONLY, name, "its file system met errors, and takes no more writes");
        }
        boolean readOnly = mount.readOnly() || mount.superOptions().contains("ro");
        var others = others(drive, candidates);
        return readOnly
                ? new Stay(SlotState.READONLY, name, others == null ? past.readOnlyBecause() : others)
                : new Stay(SlotState.ONLINE, name, others);
    }

    private static @Nullable String others(Present mounted, List<Present> candidates) {
        var others = candidates.stream()
                .filter(drive -> !drive.equals(mounted))
                .map(Present::title)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? null : "another drive has its identity, and is left alone: " + others;
    }

    private static Verdict ejected(KnownSlot slot, List<Present> candidates, Sight sight, Past past) {
        boolean back = candidates.stream().anyMatch(drive -> drive.device().sequence() != slot.ejected());
        return back
                ? wanted(candidates, sight, past)
                : stay(SlotState.EJECTED, "ejected; plugged in anew, it comes back");
    }

    private static Verdict wanted(List<Present> candidates, Sight sight, Past past) {
        if (candidates.isEmpty()) {
            return sight.has(past.refusedSequence())
                    ? stay(past.refusedAs(), past.because())
                    : stay(SlotState.MISSING, "the drive is not there");
        }
        if (candidates.size() > 1) {
            var names = candidates.stream().map(Present::title).collect(Collectors.joining(" and "));
            return stay(SlotState.CLONE, names + " have the same identity; pull the one that is the copy");
        }
        var drive = candidates.getFirst();
        if (past.refusedSequence() == drive.device().sequence()) {
            return new Stay(past.refusedAs(), null, past.because());
        }
        return past.flapping()
                ? stay(SlotState.FLAPPING, "it came and went five times within a minute; check its cable")
                : new Attach(drive);
    }

    private static Verdict stay(SlotState state, String because) {
        return new Stay(state, null, because);
    }
}
