package media.usenet.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// A `/sys` written by hand.
final class SysfsTree {

    private final Path root;

    SysfsTree(Path root) {
        this.root = root;
    }

    /// A disk or partition, as the kernel shows every one.
    ///
    /// @param path below `/sys/devices`
    SysfsTree block(String path, String number, long sectors) throws IOException {
        put(path + "/dev", number + "\n");
        put(path + "/size", sectors + "\n");
        put(path + "/ro", "0\n");
        put(path + "/uevent", "MAJOR=%s\nMINOR=%s\n".formatted((Object[]) number.split(":")));
        Files.createDirectories(folder(path).resolve("holders"));
        link("class/block/" + folder(path).getFileName(), folder(path));
        return this;
    }

    SysfsTree put(String path, String text) throws IOException {
        var file = folder(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    SysfsTree bytes(String path, String hexadecimal) throws IOException {
        var file = folder(path);
        Files.createDirectories(file.getParent());
        Files.write(file, HexFormat.of().parseHex(hexadecimal.replaceAll("\\s", "")));
        return this;
    }

    /// The `device` of a disk.
    SysfsTree device(String disk, String path) throws IOException {
        Files.createDirectories(folder(path));
        link("devices/" + disk + "/device", folder(path));
        return this;
    }

    SysfsTree holder(String path, String holder) throws IOException {
        put(path + "/holders/" + holder + "/dev", "");
        return this;
    }

    private Path folder(String path) {
        return root.resolve("devices").resolve(path);
    }

    private void link(String from, Path to) throws IOException {
        var link = root.resolve(from);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, to);
    }
}
