package media.usenet.fetch;

import java.net.InetAddress;

/// A range of addresses in CIDR notation.
record AddressBlock(InetAddress first, int bits) {

    AddressBlock {
        if (bits < 0 || bits > first.getAddress().length * 8) {
            throw new IllegalArgumentException("no such prefix length: /" + bits);
        }
    }

    /// @param text `10.0.0.0/8`, or a single address
    /// @throws IllegalArgumentException when it is neither
    static AddressBlock of(String text) {
        var parts = text.split("/", 2);
        var first = InetAddress.ofLiteral(parts[0]);
        return new AddressBlock(first, parts.length == 1 ? first.getAddress().length * 8 : Integer.parseInt(parts[1]));
    }

    boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    boolean contains(byte[] address) {
        var prefix = first.getAddress();
        if (prefix.length != address.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % 8);
            if (((prefix[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
