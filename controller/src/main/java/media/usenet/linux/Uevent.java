package media.usenet.linux;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// One announcement of the kernel: `ACTION@DEVPATH`, then `NAME=value` texts, each ended by a zero byte
/// (kobject_uevent(9)).
///
/// @param action `add`, `remove`, `change`, `move`, `online`, `offline`, `bind`, `unbind`
/// @param path of the device below `/sys`
public record Uevent(String action, String path, Map<String, String> values) {

    public Uevent {
        values = Map.copyOf(values);
    }

    /// Unknown bytes make an announcement without an action, never a failure.
    static Uevent parse(byte[] bytes, int length) {
        var texts = new String(bytes, 0, length, StandardCharsets.UTF_8).split("\0", -1);
        var values = new LinkedHashMap<String, String>();
        for (var text : texts) {
            int equals = text.indexOf('=');
            if (equals > 0) {
                values.put(text.substring(0, equals), text.substring(equals + 1));
            }
        }
        return new Uevent(values.getOrDefault("ACTION", ""), values.getOrDefault("DEVPATH", ""), values);
    }

    public boolean isBlockDevice() {
        return value("SUBSYSTEM").equals("block");
    }

    /// The kernel's name of the device: `sdb1`.
    public String deviceName() {
        return value("DEVNAME");
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
