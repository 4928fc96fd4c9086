package media.usenet.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes a tree of files from a short text of facts, one a line:
///
///     pci SLOT VENDOR:DEVICE CLASS [driver=NAME] [nodes=card0,renderD128] [physfn=SLOT]
///     file PATH TEXT          \0 and \n in the text mean what they say
///     link PATH TARGET
///     dir PATH
record FactText(Path root) {

    void write(String facts) throws IOException {
        for (var line : facts.lines()
                .filter(some -> !some.isBlank() && !some.startsWith("#"))
                .toList()) {
            write(line.split(" ", 3));
        }
    }

    private void write(String[] words) throws IOException {
        switch (words[0]) {
            case "pci" -> pci(words[1], List.of(words[2].split(" ", -1)));
            case "file" -> file(words[1], words[2].replace("\\0", "\0").replace("\\n", "\n"));
            case "link" -> link(words[1], words[2]);
            case "dir" -> Files.createDirectories(at(words[1]));
            default -> throw new IllegalArgumentException("no fact: " + words[0]);
        }
    }

    private void pci(String slot, List<String> words) throws IOException {
        var device = "/sys/devices/pci0000:00/" + slot;
        var ids = words.get(0).split(":", -1);
        link("/sys/bus/pci/devices/" + slot, "../../.." + device.substring("/sys".length()));
        file(device + "/vendor", "0x" + ids[0] + "\n");
        file(device + "/device", "0x" + ids[1] + "\n");
        file(device + "/class", "0x" + words.get(1) + "\n");
        for (var word : words.subList(2, words.size())) {
            var value = word.substring(word.indexOf('=') + 1);
            switch (word.substring(0, word.indexOf('='))) {
                case "driver" -> link(device + "/driver", "../../../bus/pci/drivers/" + value);
                case "physfn" -> link(device + "/physfn", "../" + value);
                case "nodes" -> nodes(device, slot, value.split(",", -1));
                default -> throw new IllegalArgumentException("no fact: " + word);
            }
        }
    }

    private void nodes(String device, String slot, String[] names) throws IOException {
        for (var name : names) {
            link(device + "/drm/" + name + "/device", "../../../" + slot);
            link("/sys/class/drm/" + name, "../.." + device.substring("/sys".length()) + "/drm/" + name);
        }
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(at(path).getParent());
        Files.writeString(at(path), text);
    }

    private void link(String path, String target) throws IOException {
        Files.createDirectories(at(path).getParent());
        Files.createSymbolicLink(at(path), Path.of(target));
    }

    private Path at(String path) {
        return root.resolve("." + path).normalize();
    }
}
