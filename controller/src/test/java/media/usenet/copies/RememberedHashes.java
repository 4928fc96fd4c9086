package media.usenet.copies;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// A memory of one test.
final class RememberedHashes implements HashMemory {

    private final Map<Content, Hashes> kept = new HashMap<>();

    @Override
    public Map<FileKey, Hashes> recall(Collection<Content> files) {
        var known = new HashMap<FileKey, Hashes>();
        for (var file : files) {
            kept.forEach((seen, hashes) -> {
                if (seen.isSameAs(file)) {
                    known.put(file.key(), hashes);
                }
            });
        }
        return known;
    }

    @Override
    public void keep(Map<Content, Hashes> hashes) {
        kept.putAll(hashes);
    }

    Map<Content, Hashes> kept() {
        return kept;
    }
}
