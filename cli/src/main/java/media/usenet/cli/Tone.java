package media.usenet.cli;

import java.util.Locale;

/// How a word is coloured. A colour only repeats what the word says.
enum Tone {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("31");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    String on(String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    /// Of a state, a health, a verdict or a severity, as the controller writes them.
    static Tone of(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "RUNNING",
                    "HEALTHY",
                    "OK",
                    "CREATE",
                    "START",
                    "UP",
                    "DONE",
                    "ONLINE",
                    "GUARDED",
                    "PASSED",
                    "SUCCEEDED" -> GOOD;
            case "STARTING",
                    "RESTARTING",
                    "PAUSED",
                    "WARNING",
                    "RECREATE",
                    "RESTART",
                    "DRIVER_MISSING",
                    "NODE_MISSING",
                    "PARTIAL",
                    "SUSPENDED",
                    "READONLY",
                    "DEGRADED",
                    "EJECTING",
                    "FLAPPING",
                    "RETRYING",
                    "CLONE" -> WARNING;
            case "UNHEALTHY",
                    "STOPPED",
                    "DEAD",
                    "ERROR",
                    "FAILED",
                    "REMOVE",
                    "STOP",
                    "DOWN",
                    "DRIVER_BROKEN",
                    "MISSING" -> BAD;
            case "UNKNOWN", "NONE", "ABSENT", "EJECTED", "CANCELLED" -> FAINT;
            default -> PLAIN;
        };
    }
}
