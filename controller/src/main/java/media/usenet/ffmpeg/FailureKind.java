package media.usenet.ffmpeg;

/// Why FFmpeg could not do what it was asked, told from what it printed. Its exit code alone never says.
public enum FailureKind {
    NO_ENCODER(
            "this FFmpeg was built without that encoder",
            "install an FFmpeg that has it; the encoders that this one has: ffmpeg -encoders"),
    NO_DRIVER(
            "the driver's library is missing",
            "install the GPU's driver with its video libraries (Debian: nvidia-driver libnvidia-encode1)"),
    NO_DEVICE(
            "there is no such device, or none that encodes",
            "check that the GPU is seen: usenet hardware; and that its driver is loaded"),
    NO_PERMISSION(
            "the device node may not be opened",
            "add the controller's user to the group of the node, as ls -ln /dev/dri shows it, and restart"),
    DRIVER_CAP_MISSING(
            "the driver's video library was not passed on",
            "pass the capability: NVIDIA_DRIVER_CAPABILITIES=compute,video,utility"),
    DRIVER_TOO_OLD(
            "the driver is older than this FFmpeg was built for",
            "install a newer driver, or your distribution's FFmpeg"),
    SESSION_LIMIT("the GPU gives no further session now", "wait until another encode ends"),
    DRIVER_ERROR(
            "the driver failed", "look into the kernel's messages: dmesg; and restart the machine if it happens again"),
    CODEC_UNSUPPORTED("this device does not encode that", "choose another codec or bit depth, or another device"),
    RC_UNSUPPORTED(
            "this device lacks that rate control",
            "enable the GPU's firmware for low power encoding (Intel: i915.enable_guc=2)"),
    BAD_COMMAND("FFmpeg did not accept the command", "report it with the log: the command is ours"),
    NO_INPUT("a file could not be opened", "check that it is there and may be read"),
    BAD_INPUT("the input is damaged or no media file", "play it to the end to see; fetch it again if it is damaged"),
    NO_SPACE("the disk is full", "free some space on the drive that the output goes to"),
    NO_MEMORY("the memory did not suffice", "run fewer jobs at once, or ask for a smaller picture"),
    KILLED("it was ended by a signal", "look for the kernel's out-of-memory killer: dmesg | grep -i oom"),
    UNKNOWN("FFmpeg does not say why", "read the last lines of its log");

    private final String meaning;
    private final String remedy;

    FailureKind(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /// What happened, as the end of a sentence.
    public String meaning() {
        return meaning;
    }

    /// One thing to do about it.
    public String remedy() {
        return remedy;
    }

    /// Whether the same command on the same device may succeed a little later: to be waited for, not worked
    /// around.
    public boolean passes() {
        return this == SESSION_LIMIT || this == NO_MEMORY;
    }

    /// Whether it is the device or its driver that fails, so that another one may do better.
    public boolean ofTheDevice() {
        return switch (this) {
            case NO_ENCODER,
                    NO_DRIVER,
                    NO_DEVICE,
                    NO_PERMISSION,
                    DRIVER_CAP_MISSING,
                    DRIVER_TOO_OLD,
                    DRIVER_ERROR,
                    CODEC_UNSUPPORTED,
                    RC_UNSUPPORTED -> true;
            case SESSION_LIMIT, BAD_COMMAND, NO_INPUT, BAD_INPUT, NO_SPACE, NO_MEMORY, KILLED, UNKNOWN -> false;
        };
    }
}
