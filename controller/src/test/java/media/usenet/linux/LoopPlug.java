package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Plugs an image in and out by the kernel's own calls: no program is started, whose start would be measured with it.
public final class LoopPlug {

    /// Numbers of linux/loop.h.
    private static final long CONFIGURE = 0x4C0A;

    private static final long CLEAR = 0x4C01;
    private static final long GET_FREE = 0x4C82;
    /// `struct loop_config`: two words, `loop_info64`, eight words reserved.
    private static final int CONFIG_BYTES = 4 + 4 + 232 + 64;

    /// As [KernelMountCalls] has it.
    private static final long SHUTDOWN = 0x8004587dL;
    /// Without writing the journal: as when the cable is pulled.
    private static final int WITHOUT_LOG = 2;

    private static final int READ_WRITE = 2;

    private final Path image;
    private int number = -1;

    public LoopPlug(Path image) {
        this.image = image;
    }

    /// @return `System.nanoTime` just before the kernel was told
    public long plug() throws ErrnoException {
        try (var file = Descriptor.open(image, READ_WRITE);
                var control = Descriptor.open(Path.of("/dev/loop-control"), READ_WRITE);
                var config = new Memory(CONFIG_BYTES)) {
            config.clear();
            config.setInt(0, file.number());
            while (true) {
                number = LibC.ioctl(control.number(), new NativeLong(GET_FREE), null);
                try (var device = Descriptor.open(device(), READ_WRITE)) {
                    long start = System.nanoTime();
                    LibC.ioctl(device.number(), new NativeLong(CONFIGURE), config);
                    return start;
                } catch (LastErrorException e) {
                    // Another process was faster, and the next number is free.
                    if (Errno.of(e.getErrorCode()) != Errno.EBUSY) {
                        throw new ErrnoException("LOOP_CONFIGURE(%s)".formatted(device()), e.getErrorCode());
                    }
                }
            }
        }
    }

    /// The drive leaves, and its name is free again.
    public void unplug() throws ErrnoException {
        if (isPlugged()) {
            try (var device = Descriptor.open(device(), READ_WRITE)) {
                LibC.ioctl(device.number(), new NativeLong(CLEAR), null);
            } catch (LastErrorException e) {
                throw new ErrnoException("LOOP_CLR_FD(%s)".formatted(device()), e.getErrorCode());
            }
        }
        number = -1;
    }

    /// What the kernel does when a drive is pulled: its file system is dead, nothing more is written, and that the
    /// device is gone is announced.
    ///
    /// @return `System.nanoTime` just before
    public long yank(Path mountPoint) throws IOException {
        long start;
        try (var file = Descriptor.open(mountPoint, 0)) {
            start = System.nanoTime();
            LibC.ioctl(file.number(), new NativeLong(SHUTDOWN, true), new IntByReference(WITHOUT_LOG).getPointer());
        } catch (LastErrorException e) {
            throw new ErrnoException("shutdown(%s)".formatted(mountPoint), e.getErrorCode());
        }
        Files.writeString(Path.of("/sys/block", name(), "uevent"), "remove");
        return start;
    }

    public Path image() {
        return image;
    }

    public Path device() {
        return Path.of("/dev", name());
    }

    public String name() {
        return "loop" + number;
    }

    /// Whether it is this image that the device shows.
    public boolean isPlugged() {
        var backing = Path.of("/sys/block", name(), "loop/backing_file");
        try {
            return number >= 0
                    && Files.exists(backing)
                    && Files.readString(backing).strip().equals(image.toString());
        } catch (IOException _) {
            return false;
        }
    }
}
