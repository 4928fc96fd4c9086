package media.usenet.health;

import media.usenet.problem.ProblemException;

/// What a check found wrong.
///
/// @param code stable name for programs (`POOL_NOT_SHARED`)
/// @param text one sentence: what is wrong, on which thing
/// @param remedy one thing to do about it
public record Finding(String code, Severity severity, String text, String remedy) {

    public enum Severity {
        /// Worth knowing; nothing is broken.
        NOTICE,
        /// Something works less well than it should.
        WARNING,
        /// Something does not work.
        ERROR
    }

    /// A problem that a check met.
    public static Finding of(ProblemException met, Severity severity) {
        return new Finding(met.problem().name(), severity, met.detail(), met.remedy());
    }
}
