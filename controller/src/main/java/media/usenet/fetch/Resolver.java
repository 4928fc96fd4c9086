package media.usenet.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Asks for the addresses of a host. The door to DNS: called once for each connection.
@FunctionalInterface
interface Resolver {

    List<InetAddress> resolve(String host) throws UnknownHostException;

    static List<InetAddress> ofTheSystem(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
