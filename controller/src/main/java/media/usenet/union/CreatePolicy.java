package media.usenet.union;

import java.util.List;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.yaml.Spelling;

/// The rules by which mergerfs chooses the branch that a new file goes to. `all`, `epall` and `erofs` are left out:
/// they
/// make folders everywhere, or nothing anywhere.
final class CreatePolicy {

    static final String USUAL = "mfs";

    private static final List<String> KNOWN = List.of(
            "mfs", "lfs", "lus", "ff", "rand", "pfrd", "newest", "epmfs", "eplfs", "eplus", "epff", "eprand", "eppfrd",
            "mspmfs", "msplfs", "msplus", "msppfrd");

    private CreatePolicy() {}

    /// Must be asked before mergerfs is: 2.33.5 does not refuse an unknown policy, it aborts, and the union with
    /// it.
    ///
    /// @throws ProblemException `INVALID_REQUEST`
    static String require(String word) {
        if (KNOWN.contains(word)) {
            return word;
        }
        var meant = Spelling.nearest(word, KNOWN).map("; did you mean '%s'?"::formatted);
        throw new ProblemException(
                Problem.INVALID_REQUEST,
                "there is no create policy '%s'%s".formatted(word, meant.orElse("")),
                "choose one of: " + String.join(", ", KNOWN));
    }
}
