package media.usenet.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `lspci -nn` or `lspci -nnk` printed of one display function.
///
/// @param name as the PCI ID repository calls it, with the vendor's name before it
record Lspci(
        String slot,
        String name,
        String vendor,
        String device,
        @Nullable String driver) {

    private static final Pattern FUNCTION =
            Pattern.compile("((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]) .*\\[(03(?:00|02|80))\\]: (.+)"
                    + " \\[([0-9a-f]{4}):([0-9a-f]{4})\\].*");
    private static final Pattern DRIVER = Pattern.compile("\\s+Kernel driver in use: (\\S+)\\s*");

    static List<Lspci> parse(String text) {
        var functions = new ArrayList<Lspci>();
        var display = false;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var function = FUNCTION.matcher(line);
            if (function.matches()) {
                functions.add(of(function.group(1), function.group(3), function.group(4), function.group(5)));
            }
            display = (line.startsWith("\t") || line.startsWith(" ")) ? display : function.matches();
            var driver = DRIVER.matcher(line);
            if (display && driver.matches()) {
                functions.add(functions.removeLast().heldBy(driver.group(1)));
            }
        }
        return functions;
    }

    private static Lspci of(String address, String name, String vendor, String device) {
        var slot = address.indexOf(':') == 2 ? "0000:" + address : address;
        return new Lspci(slot, name, vendor, device, null);
    }

    private Lspci heldBy(String driver) {
        return new Lspci(slot, name, vendor, device, driver);
    }

    /// As a function of the bus. That no driver is named says nothing: `-nn` names none.
    PciDisplay display(List<Lspci> all) {
        return new PciDisplay(slot, vendor, device, driver, null, virtualFunction(all), true, false);
    }

    /// The text shows no `physfn`: a later function that is the same device as the first of its slot is taken for one.
    private boolean virtualFunction(List<Lspci> all) {
        var first = slot.substring(0, slot.length() - 1) + "0";
        return !slot.endsWith(".0")
                && all.stream().anyMatch(other -> other.slot.equals(first) && other.device.equals(device));
    }
}
