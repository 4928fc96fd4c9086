package media.usenet.plan;

/// A port of this machine that some program, not of this stack, listens on.
///
/// @param address the address it is bound to; `0.0.0.0` or `::` for all
/// @param protocol `tcp` or `udp`
/// @param holder who holds it, for people: `nginx (pid 812)`, or `another program`
public record TakenPort(String address, int port, String protocol, String holder) {

    boolean blocks(String wanted, int number, String kind) {
        return port == number
                && protocol.equals(kind)
                && (everywhere(address) || everywhere(wanted) || address.equals(wanted));
    }

    private static boolean everywhere(String address) {
        return address.equals("0.0.0.0") || address.equals("::");
    }
}
