package media.usenet.ffmpeg;

import java.util.List;
import media.usenet.sandbox.Cell;

/// Puts a program into a cell: the sandbox's own wrapping of an argument list.
@FunctionalInterface
public interface Confinement {

    /// @throws media.usenet.problem.ProblemException `SANDBOX_MISSING`
    List<String> argv(Cell cell, List<String> program);
}
