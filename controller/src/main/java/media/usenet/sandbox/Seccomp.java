package media.usenet.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A filter of kernel calls as classic BPF (seccomp(2)): no program that reads media mounts, traces, loads modules
/// or makes namespaces, and each of these has been a way out of a container. Denied calls fail; they do not kill.
final class Seccomp {

    private static final int LOAD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_ANY_BIT = 0x45;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int SECOND_ARGUMENT = 24;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL_PROCESS = 0x80000000;
    private static final int ERROR = 0x00050000;
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;
    private static final int EAFNOSUPPORT = 97;

    private static final int X32 = 0x40000000;
    // CLONE_NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET, NEWNS
    private static final int NAMESPACES = 0x7e020000;
    private static final int TIOCSTI = 0x5412;
    private static final int TIOCLINUX = 0x541c;
    // AF_UNIX, AF_INET, AF_INET6: virtual sockets (AF_VSOCK) reach the hypervisor from any network namespace.
    private static final List<Integer> SOCKETS = List.of(1, 2, 10);

    private record Instruction(int code, int ifTrue, int ifFalse, int value) {}

    private final List<Instruction> program = new ArrayList<>();

    private Seccomp() {}

    /// Numbers of kernel calls on one kind of processor.
    private record Calls(
            int audit, boolean x32, int plainClone, int clone3, int ioctl, int socket, List<Integer> denied) {}

    // acct add_key adjtimex bpf chroot clock_settime delete_module finit_module fsconfig fsmount fsopen fspick
    // init_module io_uring_enter io_uring_register io_uring_setup ioperm iopl kcmp kexec_file_load kexec_load keyctl
    // lookup_dcookie mknod mknodat modify_ldt mount mount_setattr move_mount open_by_handle_at open_tree
    // perf_event_open personality pivot_root process_vm_readv process_vm_writev ptrace quotactl reboot request_key
    // setns settimeofday swapoff swapon syslog umount2 unshare userfaultfd
    private static final Calls X86_64 = new Calls(
            0xc000003e,
            true,
            56,
            435,
            16,
            41,
            List.of(
                    163, 248, 159, 321, 161, 227, 176, 313, 431, 432, 430, 433, 175, 426, 427, 425, 173, 172, 312, 320,
                    246, 250, 212, 133, 259, 154, 165, 442, 429, 304, 428, 298, 135, 155, 310, 311, 101, 179, 169, 249,
                    308, 164, 168, 167, 103, 166, 272, 323));
    private static final Calls AARCH64 = new Calls(
            0xc00000b7,
            false,
            220,
            435,
            29,
            198,
            List.of(
                    89, 217, 171, 280, 51, 112, 106, 273, 431, 432, 430, 433, 105, 426, 427, 425, 272, 294, 104, 219,
                    18, 33, 40, 442, 429, 265, 428, 241, 92, 41, 270, 271, 117, 60, 142, 218, 268, 170, 225, 224, 116,
                    39, 97, 282));

    /// Empty for a processor whose numbers are not known here.
    ///
    /// @param architecture as Java names it
    static Optional<byte[]> filter(String architecture) {
        return switch (architecture) {
            case "amd64" -> Optional.of(new Seccomp().build(X86_64));
            case "aarch64" -> Optional.of(new Seccomp().build(AARCH64));
            default -> Optional.empty();
        };
    }

    private byte[] build(Calls calls) {
        add(LOAD, 0, 0, ARCHITECTURE);
        add(JUMP_IF_EQUAL, 1, 0, calls.audit());
        add(RETURN, 0, 0, KILL_PROCESS);
        add(LOAD, 0, 0, NUMBER);
        if (calls.x32()) {
            add(JUMP_IF_AT_LEAST, 0, 1, X32);
            add(RETURN, 0, 0, ERROR | ENOSYS);
        }
        calls.denied().forEach(call -> deny(call, EPERM));
        // Its flags are behind a pointer, where a filter cannot look; the C library falls back to clone.
        deny(calls.clone3(), ENOSYS);
        denyNamespaces(calls.plainClone());
        denyTyping(calls.ioctl());
        denySockets(calls.socket());
        add(RETURN, 0, 0, ALLOW);
        return bytes();
    }

    private void deny(int call, int error) {
        add(JUMP_IF_EQUAL, 0, 1, call);
        add(RETURN, 0, 0, ERROR | error);
    }

    private void denyNamespaces(int clone) {
        add(JUMP_IF_EQUAL, 0, 4, clone);
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        add(JUMP_IF_ANY_BIT, 0, 1, NAMESPACES);
        add(RETURN, 0, 0, ERROR | EPERM);
        add(RETURN, 0, 0, ALLOW);
    }

    private void denyTyping(int ioctl) {
        add(JUMP_IF_EQUAL, 0, 5, ioctl);
        add(LOAD, 0, 0, SECOND_ARGUMENT);
        add(JUMP_IF_EQUAL, 1, 0, TIOCSTI);
        add(JUMP_IF_EQUAL, 0, 1, TIOCLINUX);
        add(RETURN, 0, 0, ERROR | EPERM);
        add(RETURN, 0, 0, ALLOW);
    }

    private void denySockets(int socket) {
        add(JUMP_IF_EQUAL, 0, 2 * SOCKETS.size() + 2, socket);
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        for (var family : SOCKETS) {
            add(JUMP_IF_EQUAL, 0, 1, family);
            add(RETURN, 0, 0, ALLOW);
        }
        add(RETURN, 0, 0, ERROR | EAFNOSUPPORT);
    }

    private void add(int code, int ifTrue, int ifFalse, int value) {
        program.add(new Instruction(code, ifTrue, ifFalse, value));
    }

    private byte[] bytes() {
        var bytes = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.nativeOrder());
        for (var instruction : program) {
            bytes.putShort((short) instruction.code())
                    .put((byte) instruction.ifTrue())
                    .put((byte) instruction.ifFalse())
                    .putInt(instruction.value());
        }
        return bytes.array();
    }
}
