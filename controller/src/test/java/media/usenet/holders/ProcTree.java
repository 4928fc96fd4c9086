package media.usenet.holders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A `/proc/PID` written by hand: a process of the host that holds nothing.
final class ProcTree {

    private final Path folder;

    ProcTree(Path proc, int pid, String program) throws IOException {
        folder = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.createDirectories(folder.resolve("fd"));
        Files.createDirectories(folder.resolve("fdinfo"));
        Files.createDirectories(folder.resolve("ns"));
        put("comm", program + "\n").put("cgroup", "0::/\n").put("maps", "");
        link("cwd", "/").link("root", "/").link("exe", "/usr/bin/" + program);
        space("mnt:[4026531841]");
    }

    ProcTree space(String name) throws IOException {
        return link("ns/mnt", name);
    }

    ProcTree open(int descriptor, int mount, String flags, String path) throws IOException {
        link("fd/" + descriptor, path);
        return put("fdinfo/" + descriptor, "pos:\t0\nflags:\t%s\nmnt_id:\t%d\nino:\t5\n".formatted(flags, mount));
    }

    ProcTree put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    ProcTree link(String name, String to) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        Files.createSymbolicLink(folder.resolve(name), Path.of(to));
        return this;
    }

    ProcTree without(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return this;
    }
}
