package media.usenet.naming;

/// Questions about single characters that the JDK has no short answer for.
final class Letters {

    private Letters() {}

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean latin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '\u00c0' && c <= '\u024f');
    }

    /// Of a script that parts no words: Chinese, Japanese, Korean.
    static boolean ideographic(char c) {
        return (c >= '\u2e80' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7af');
    }
}
