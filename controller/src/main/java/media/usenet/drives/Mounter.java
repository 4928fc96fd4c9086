package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import media.usenet.effect.Steps;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.linux.Errno;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.MountCalls;
import media.usenet.linux.MountFlag;
import media.usenet.pool.Slots;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Mounts a drive where nobody sees it, checks that it is the slot's own, and only then moves it into the slot, in one
/// step: containers never see a drive that was not checked.
final class Mounter {

    private static final Duration MOUNTING = Duration.ofSeconds(60);

    private final MountCalls calls;
    private final ProcessRunner programs;
    private final Repair repair;
    private final StackOwner owner;
    private final RoleFolders folders;
    private final Detachment detachment;

    Mounter(MountCalls calls, ProcessRunner programs, StackOwner owner, RoleFolders folders, Detachment detachment) {
        this.calls = calls;
        this.detachment = detachment;
        this.programs = programs;
        this.repair = new Repair(programs);
        this.owner = owner;
        this.folders = folders;
    }

    /// @param because why it is read-only although that was not asked for; null if it is not
    record Shown(boolean readOnly, @Nullable String because) {}

    /// What is checked on the mounted drive before anyone sees it.
    interface Inspection {
        /// @param readOnly whether nothing can be written on it
        /// @throws ProblemException why it must not be shown
        void look(Path root, boolean readOnly) throws IOException;
    }

    /// @throws ProblemException `DRIVE_NOT_MOUNTED`, or what the inspection threw; then nothing is left mounted
    Shown show(KnownSlot slot, Present drive, Path device, Slots slots, Inspection inspection, Steps steps) {
        var staging = slots.staging(slot.name());
        // What an earlier controller was killed with; it would hold the device for ever.
        detachment.of(staging);
        var shown = steps.time("mount", () -> mount(slot, drive, device, staging));
        try {
            steps.run("check", () -> inspection.look(staging, shown.readOnly()));
            steps.run("show", () -> calls.move(staging, slots.of(slot.name())));
            return shown;
        } catch (IOException e) {
            detachment.of(staging);
            throw notMounted(drive, device, "it could not be read: " + e.getMessage(), "check the drive and its cable");
        } catch (ProblemException e) {
            detachment.of(staging);
            throw e;
        }
    }

    /// Shows a folder of this machine as a slot.
    void bind(KnownSlot slot, Path folder, Slots slots) {
        try {
            if (!slot.readOnly()) {
                folders.make(folder, slot.roles());
            }
            var place = slots.make(slot.name());
            calls.bind(folder, place);
            if (slot.readOnly()) {
                calls.remountBind(place, Set.of(MountFlag.READ_ONLY));
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_MOUNTED,
                    "cannot show %s as slot %s: %s".formatted(folder, slot.slot(), e.getMessage()),
                    "check that the folder exists, then run: usenet storage mount " + slot.slot(),
                    e);
        }
    }

    private Shown mount(KnownSlot slot, Present drive, Path device, Path staging) {
        var writable = rule(drive, device, false);
        // What is to be read only is not written to by a repair either.
        var because = slot.readOnly() ? null : repair.objection(drive, device, writable);
        boolean readOnly = slot.readOnly() || drive.device().readOnly() || because != null;
        var rule = readOnly ? rule(drive, device, true) : writable;
        try {
            kernel(rule, device, staging);
            return shown(rule, because);
        } catch (ErrnoException e) {
            return shown(otherwise(drive, rule, device, staging, e), because);
        }
    }

    private static Shown shown(MountRule rule, @Nullable String because) {
        return new Shown(rule.flags().contains(MountFlag.READ_ONLY), because);
    }

    private void kernel(MountRule rule, Path device, Path staging) throws ErrnoException {
        calls.mount(device.toString(), staging, rule.type(), rule.flags(), rule.options());
    }

    /// @return the rule by which it was mounted in the end
    private MountRule otherwise(Present drive, MountRule rule, Path device, Path staging, ErrnoException first) {
        var type = drive.fileSystem().type();
        return switch (first.errno()) {
            case ENODEV -> fuse(drive, rule, device, staging);
            case EROFS, EACCES -> again(drive, rule(drive, device, true), device, staging, first);
            default -> {
                if (!type.equals("xfs") || first.errno() != Errno.EINVAL) {
                    throw notMounted(drive, device, first.getMessage(), remedy(first.errno(), type, device));
                }
                // The instance that was pulled lives on while a container holds a file of it, and xfs refuses a second
                // one with its UUID. That this is the same drive, and no copy, was decided before.
                yield again(drive, rule.withOption("nouuid"), device, staging, first);
            }
        };
    }

    private MountRule again(Present drive, MountRule rule, Path device, Path staging, ErrnoException first) {
        try {
            kernel(rule, device, staging);
            return rule;
        } catch (ErrnoException _) {
            var type = drive.fileSystem().type();
            throw notMounted(drive, device, first.getMessage(), remedy(first.errno(), type, device));
        }
    }

    private MountRule fuse(Present drive, MountRule rule, Path device, Path staging) {
        var program = rule.program()
                .orElseThrow(() -> notMounted(
                        drive,
                        device,
                        "this kernel has no driver for " + rule.type(),
                        "use a kernel that has one, or copy the drive's files to ext4 or xfs"));
        var argv = List.of(program.name(), device.toString(), staging.toString(), "-o", program.options());
        return switch (programs.run(Command.of(MOUNTING, argv))) {
            case Outcome.Exited exited when exited.succeeded() -> rule;
            case Outcome.Exited exited ->
                throw notMounted(
                        drive, device, exited.stderr().strip(), "check it with its own tools on another machine");
            case Outcome.TimedOut _ ->
                throw notMounted(drive, device, program.name() + " did not end", "check the drive and its cable");
            case Outcome.NotFound _ ->
                throw notMounted(
                        drive,
                        device,
                        "neither the kernel nor a program " + program.name() + " can mount it",
                        "apt-get install " + (program.name().equals("ntfs-3g") ? "ntfs-3g" : "exfat-fuse"));
        };
    }

    private MountRule rule(Present drive, Path device, boolean readOnly) {
        var content = drive.fileSystem();
        if (content.devices() > 1) {
            throw notMounted(
                    drive,
                    device,
                    "it is one of %d devices of a %s".formatted(content.devices(), content.type()),
                    "mount the whole yourself, then: usenet storage add --path FOLDER --slot NAME");
        }
        return MountRule.of(content.type(), owner.get(), readOnly)
                .orElseThrow(() -> notMounted(
                        drive,
                        device,
                        "there is no driver for " + content.type(),
                        "copy its files elsewhere and format it: usenet storage format"));
    }

    private static String remedy(Errno errno, String type, Path device) {
        return switch (errno) {
            case EIO, ENXIO -> "check the drive, its cable and its power";
            case EUCLEAN, EBADMSG, EINVAL -> "check it without changing it: " + check(type) + " " + device;
            case EBUSY -> "something else has it mounted or open; let go of it there first";
            default -> "look for its name in the kernel's log: dmesg";
        };
    }

    private static String check(String type) {
        return switch (type) {
            case "xfs" -> "xfs_repair -n";
            case "btrfs" -> "btrfs check --readonly";
            case "exfat" -> "fsck.exfat -n";
            default -> "fsck -n";
        };
    }

    private static ProblemException notMounted(Present drive, Path device, @Nullable String why, String remedy) {
        return new ProblemException(
                Problem.DRIVE_NOT_MOUNTED,
                "cannot mount drive %s (%s): %s".formatted(drive.title(), device, why),
                remedy);
    }
}
