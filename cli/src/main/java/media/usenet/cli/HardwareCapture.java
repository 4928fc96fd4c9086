package media.usenet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `usenet hardware capture`: this machine as a folder, so that a bug report becomes a test case.
final class HardwareCapture implements Command {

    @Override
    public Manual manual() {
        return new Manual("capture", "writes this machine down into a folder, for a bug report")
                .about("Serial numbers and names are left out. With --json it is printed and nothing is written.")
                .words("[DIR]", "0..1")
                .example("usenet hardware capture", "into a folder named after the machine")
                .example("usenet hardware capture /tmp/mine", "into /tmp/mine")
                .exits(Exit.FAILED, Exit.USAGE, Exit.HARDWARE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(new Query("/v1/hardware/capture"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var capture = new Capture(answer.json());
        var folder = given.words().isEmpty()
                ? Path.of(capture.name())
                : Path.of(given.words().getFirst());
        if (session.dryRun()) {
            session.screen().line("would write " + capture.size() + " files into " + folder + ":");
            capture.paths().forEach(path -> session.screen().line("  " + path));
            return Exit.DONE.code;
        }
        write(capture, folder);
        session.screen().line("wrote " + capture.size() + " files into " + folder);
        session.hint("  next: look through them before you give them away");
        return Exit.DONE.code;
    }

    private static void write(Capture capture, Path folder) {
        if (Files.exists(folder)) {
            throw new CliProblem(
                    Exit.FAILED, "FOLDER_EXISTS", folder + " is there already", "give another folder's name");
        }
        try {
            capture.write(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new CliProblem(
                    Exit.FAILED,
                    "FILE_NOT_WRITTEN",
                    "cannot write " + folder + ": " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    "check free space and permissions of its parent folder");
        }
    }
}
