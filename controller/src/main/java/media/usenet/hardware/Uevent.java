package media.usenet.hardware;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the kernel says of a device in its `uevent` file, one `NAME=value` a line.
record Uevent(Map<String, String> values) {

    static Uevent of(Tree tree, String device) {
        return parse(tree.text(device + "/uevent").orElse(""));
    }

    static Uevent parse(String text) {
        var values = new HashMap<String, String>();
        text.lines().forEach(line -> {
            var equals = line.indexOf('=');
            if (equals > 0) {
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        });
        return new Uevent(values);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }
}
