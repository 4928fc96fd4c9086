package media.usenet.linux;

/// What the kernel announced.
public sealed interface KernelEvent {

    /// A device came, changed or went.
    record Announced(Uevent uevent) implements KernelEvent {}

    /// Something was mounted or unmounted in this mount name space, by anyone.
    record MountTableChanged() implements KernelEvent {}

    /// Announcements came faster than they were read, and some are lost (`ENOBUFS`): look at everything again.
    record Overrun() implements KernelEvent {}

    /// Nothing happened for as long as was waited, or the waiting was ended by [KernelEvents#wake].
    record Quiet() implements KernelEvent {}
}
