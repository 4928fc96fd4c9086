package media.usenet.health;

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
}
