package media.usenet.video;

import java.util.List;

/// An option of an encoder and its value: `preset`, `medium`.
public record Option(String name, String value) {

    /// @param stream which output stream it is for: `v`, `v:0`
    List<String> arguments(String stream) {
        return List.of("-%s:%s".formatted(name, stream), value);
    }
}
