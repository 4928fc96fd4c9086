package media.usenet.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import media.usenet.host.Command;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.ProcessRunner;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// The files of a toy image: this machine's static busybox, its dash with the libraries that takes, and our scripts.
final class ToyRoot {

    private static final String BUSYBOX = "/bin/busybox";
    // Busybox's own shell would run its own wget, whatever lies in the path.
    private static final String SHELL = "/bin/dash";
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
    private static final Set<String> FOLDERS = Set.of(
            "bin/",
            "dev/",
            "etc/",
            "lib/",
            "lib64/",
            "proc/",
            "root/",
            "run/",
            "sys/",
            "tmp/",
            "usr/",
            "usr/bin/",
            "var/");

    private final ProcessRunner runner;

    ToyRoot(ProcessRunner runner) {
        this.runner = runner;
    }

    byte[] tar(Collection<String> programs) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var folder : new TreeSet<>(FOLDERS)) {
                add(tar, folder, folder.equals("tmp/") ? 01777 : 0755, new byte[0]);
            }
            addPrograms(tar);
            add(tar, "bin/toy", 0755, script("toy"));
            add(tar, "bin/answer", 0755, script("answer"));
            add(tar, "usr/bin/curl", 0755, script("fetch"));
            add(tar, "usr/bin/wget", 0755, script("fetch"));
            for (var program : programs) {
                var path = program.startsWith("/") ? program.substring(1) : "usr/bin/" + program;
                add(tar, path, 0755, script("anything"));
            }
            add(tar, "etc/passwd", 0644, "root:x:0:0::/root:/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void addPrograms(TarArchiveOutputStream tar) throws IOException {
        add(tar, "bin/busybox", 0755, Files.readAllBytes(Path.of(BUSYBOX)));
        for (var applet : output(BUSYBOX, "--list").lines().sorted().toList()) {
            if (!List.of("busybox", "sh").contains(applet)) {
                var link = new TarArchiveEntry("bin/" + applet, TarConstants.LF_SYMLINK);
                link.setLinkName("busybox");
                add(tar, link, 0777, new byte[0]);
            }
        }
        add(tar, "bin/sh", 0755, Files.readAllBytes(Path.of(SHELL)));
        var libraries = LIBRARY.matcher(output("ldd", SHELL)).results();
        for (var library : libraries.map(found -> found.group(1)).sorted().toList()) {
            add(tar, library.substring(1), 0755, Files.readAllBytes(Path.of(library)));
        }
    }

    private static void add(TarArchiveOutputStream tar, String path, int mode, byte[] content) throws IOException {
        add(tar, new TarArchiveEntry(path), mode, content);
    }

    // The same bytes give the same layer, which all images then share: no time, no order of chance.
    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, int mode, byte[] content)
            throws IOException {
        entry.setModTime(0L);
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private String output(String... argv) {
        return runner.run(Command.of(Duration.ofSeconds(10), argv)) instanceof Exited exited ? exited.stdout() : "";
    }

    private static byte[] script(String name) throws IOException {
        try (var script = ToyRoot.class.getResourceAsStream("/toy/" + name)) {
            return Objects.requireNonNull(script).readAllBytes();
        }
    }
}
