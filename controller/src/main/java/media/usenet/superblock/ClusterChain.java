package media.usenet.superblock;

import java.io.IOException;
import java.util.Optional;

/// Directory entries in clusters that a table of four-byte numbers chains, as in FAT32 and exFAT.
///
/// @param table where the table begins
/// @param heap where cluster 2, the first one, begins
record ClusterChain(DeviceBytes device, long table, long heap, long clusterBytes) {

    static final int ENTRY = 32;
    /// A label's entry stands among the first: a directory is not read to its end for one.
    private static final int READS = 4;
    private static final int BYTES_PER_READ = 16 * 1024;
    private static final long NUMBER = 0x0fffffffL;
    private static final long LAST_NUMBER = 0x0ffffff6L;

    /// The first entry that `wanted` says yes to, of those before the end of the directory.
    Optional<Bytes> find(long first, Entry wanted) throws IOException {
        var cluster = first;
        for (var read = 0; read < READS && cluster >= 2 && cluster <= LAST_NUMBER; read++) {
            var entries = device.at(heap + (cluster - 2) * clusterBytes, (int) Math.min(clusterBytes, BYTES_PER_READ));
            var found = find(entries, wanted);
            if (found.isPresent() || entries.u8(entries.length() - (long) ENTRY) == 0) {
                return found;
            }
            cluster = device.at(table + cluster * Integer.BYTES, Integer.BYTES).u32(0) & NUMBER;
        }
        return Optional.empty();
    }

    /// The same in a stretch of entries that lies together.
    static Optional<Bytes> find(Bytes entries, Entry wanted) {
        for (var at = 0; at < entries.length() && entries.u8(at) != 0; at += ENTRY) {
            if (wanted.is(entries, at)) {
                return Optional.of(entries.window(at, ENTRY));
            }
        }
        return Optional.empty();
    }

    interface Entry {
        boolean is(Bytes entries, int at);
    }
}
