package media.usenet.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import media.usenet.archive.Manifest;
import media.usenet.restic.Snapshot;
import org.jspecify.annotations.Nullable;

/// What a listing tells of a backup, as tags of its snapshot: the manifest itself would have to be read for each.
final class SnapshotTags {

    /// On every snapshot of ours.
    static final String OURS = "usenet";

    private SnapshotTags() {}

    static List<String> of(Manifest manifest) {
        var tags = new ArrayList<>(
                List.of(OURS, "id=" + manifest.id(), "type=" + manifest.type(), "files=" + manifest.files()));
        tag(tags, "policy", manifest.policy());
        // A tag ends at a comma, and people write those.
        tag(tags, "name", encoded(manifest.name()));
        tag(tags, "description", encoded(manifest.description()));
        tag(
                tags,
                "services",
                encoded(manifest.services().stream()
                        .map(Manifest.ServiceEntry::name)
                        .collect(Collectors.joining(" "))));
        return tags;
    }

    private static void tag(List<String> tags, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            tags.add(key + "=" + value);
        }
    }

    private static @Nullable String encoded(@Nullable String text) {
        return text == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stored stored(Snapshot snapshot, String destination) {
        return new Stored(
                snapshot.tag("id").orElse(snapshot.id()),
                destination,
                snapshot.id(),
                snapshot.time().toInstant(),
                snapshot.tag("type").orElse("unknown"),
                decoded(snapshot, "name").orElse(null),
                decoded(snapshot, "description").orElse(null),
                snapshot.tag("policy").orElse(null),
                decoded(snapshot, "services").stream()
                        .flatMap(names -> Arrays.stream(names.split(" ")))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                null,
                snapshot.tag("files").map(Long::valueOf).orElse(null),
                true,
                "restic");
    }

    private static Optional<String> decoded(Snapshot snapshot, String key) {
        return snapshot.tag(key).map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
    }
}
