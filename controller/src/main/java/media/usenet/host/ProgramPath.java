package media.usenet.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Where programs are looked for by name.
record ProgramPath(List<Path> folders) {

    private static final String USUAL = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    static ProgramPath ofThisProcess() {
        return of(System.getenv().getOrDefault("PATH", USUAL));
    }

    static ProgramPath of(String path) {
        return new ProgramPath(Arrays.stream(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList());
    }

    /// @param program a name, or a path
    boolean has(String program) {
        return program.contains("/")
                ? isProgram(Path.of(program))
                : folders.stream().anyMatch(folder -> isProgram(folder.resolve(program)));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
