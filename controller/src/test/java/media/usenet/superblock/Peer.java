package media.usenet.superblock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// blkid's opinion of an image beside ours.
final class Peer {

    private static final String TYPE = "ID_FS_TYPE";
    private static final String UUID = "ID_FS_UUID";
    private static final String LABEL = "ID_FS_LABEL_ENC";
    private static final String TABLE = "ID_PART_TABLE_TYPE";

    private Peer() {}

    static void assertSame(Content content, Path image) {
        var peer = new TreeMap<>(Images.blkid(image));
        // Where it sees a boot sector it also sees a table; we say the table where it stands alone.
        peer.keySet().retainAll(peer.containsKey(TYPE) ? List.of(TYPE, UUID, LABEL) : List.of(TABLE));
        var words = new TreeMap<>(words(content));
        words.values().removeIf(String::isEmpty);
        assertThat(words).as("%s beside blkid", content).isEqualTo(peer);
    }

    private static Map<String, String> words(Content content) {
        return switch (content) {
            case Content.FileSystem it -> Map.of(TYPE, it.type(), UUID, it.uuid(), LABEL, it.label());
            case Content.Member it -> Map.of(TYPE, it.type(), UUID, it.uuid(), LABEL, it.label());
            case Content.PartitionTable it -> Map.of(TABLE, it.type());
            case Content.Blank _, Content.Unknown _, Content.Unreadable _ -> Map.of();
        };
    }
}
