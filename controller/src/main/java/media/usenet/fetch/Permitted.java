package media.usenet.fetch;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an administrator permits to be asked in addition to the public internet: hosts by name, and ranges of
/// addresses.
record Permitted(Set<String> hosts, List<AddressBlock> blocks) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+(/[0-9]+)?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/[0-9]+)?");

    Permitted {
        hosts = Set.copyOf(hosts);
        blocks = List.copyOf(blocks);
    }

    /// @param entries such as `nas.lan`, `192.168.1.10`, `10.0.0.0/8`
    /// @throws IllegalArgumentException when one is neither a name nor a range
    static Permitted of(List<String> entries) {
        var named = entries.stream()
                .collect(Collectors.partitioningBy(it -> ADDRESS.matcher(it).matches()));
        var hosts = new HashSet<String>();
        named.getOrDefault(false, List.of()).forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        return new Permitted(
                hosts,
                named.getOrDefault(true, List.of()).stream()
                        .map(AddressBlock::of)
                        .toList());
    }

    boolean host(String name) {
        return hosts.contains(name);
    }

    boolean address(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }
}
