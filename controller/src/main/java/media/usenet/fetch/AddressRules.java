package media.usenet.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which addresses are public: global unicast, and none that IANA keeps for something else, nor one that carries
/// such an IPv4 address within. Pure.
final class AddressRules {

    private record Special(AddressBlock block, String what) {}

    // IANA IPv4 Special-Purpose Address Registry, multicast, and the addresses at which clouds keep their secrets.
    private static final List<Special> IPV4 = specials("""
            0.0.0.0/8 this network
            10.0.0.0/8 private
            100.64.0.0/10 shared by carriers
            127.0.0.0/8 loopback
            168.63.129.16/32 a cloud's own
            169.254.0.0/16 link-local, and clouds' metadata
            172.16.0.0/12 private
            192.0.0.0/24 for protocols
            192.0.2.0/24 for documentation
            192.31.196.0/24 for AS112
            192.52.193.0/24 for AMT
            192.88.99.0/24 6to4 relays
            192.168.0.0/16 private
            192.175.48.0/24 for AS112
            198.18.0.0/15 for benchmarks
            198.51.100.0/24 for documentation
            203.0.113.0/24 for documentation
            224.0.0.0/4 multicast
            240.0.0.0/4 reserved
            """);

    // IANA IPv6 Special-Purpose Address Registry, as far as it is within global unicast.
    private static final List<Special> IPV6 = specials("""
            2001::/23 for protocols, Teredo among them
            2001:db8::/32 for documentation
            2002::/16 6to4
            2620:4f:8000::/48 for AS112
            3fff::/20 for documentation
            3ffe::/16 returned by the 6bone
            """);

    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.of("2000::/3");
    // The well-known prefix of NAT64: on a network without IPv4 every IPv4 host is found below it.
    private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");
    private static final byte[] ISATAP = {0, 0, 0x5e, (byte) 0xfe};
    private static final byte[] GLOBAL_ISATAP = {2, 0, 0x5e, (byte) 0xfe};

    private AddressRules() {}

    private static List<Special> specials(String table) {
        return table.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Special(AddressBlock.of(parts[0]), parts[1]))
                .toList();
    }

    /// What the address is instead of public; empty when it is public.
    static Optional<String> refusal(InetAddress address) {
        var octets = address.getAddress();
        return octets.length == 4 ? within(IPV4, octets) : refusalOfIpv6(octets);
    }

    private static Optional<String> refusalOfIpv6(byte[] octets) {
        if (NAT64.contains(octets)) {
            return embedded(octets);
        }
        if (!GLOBAL_UNICAST.contains(octets)) {
            return Optional.of("not global unicast");
        }
        var isatap = Stream.of(ISATAP, GLOBAL_ISATAP)
                .anyMatch(mark -> Arrays.equals(mark, Arrays.copyOfRange(octets, 8, 12)));
        return within(IPV6, octets).or(() -> isatap ? embedded(octets) : Optional.empty());
    }

    private static Optional<String> embedded(byte[] octets) {
        try {
            var ipv4 = InetAddress.getByAddress(Arrays.copyOfRange(octets, 12, 16));
            return refusal(ipv4).map(what -> "a way to " + ipv4.getHostAddress() + ": " + what);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an IPv4 address", e);
        }
    }

    private static Optional<String> within(List<Special> specials, byte[] octets) {
        return specials.stream()
                .filter(special -> special.block().contains(octets))
                .map(Special::what)
                .findFirst();
    }
}
