package media.usenet.docker;

import java.util.List;

/// An image that is on this machine.
///
/// @param digests `repository@sha256:...` as registries know it; empty for one made here
public record Image(String id, List<String> references, List<String> digests) {

    public Image {
        references = List.copyOf(references);
        digests = List.copyOf(digests);
    }
}
