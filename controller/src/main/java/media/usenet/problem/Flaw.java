package media.usenet.problem;

/// One thing wrong in something a person wrote: where it stands and what is wrong with it.
///
/// @param where file and line (`stack.yaml:12`), or the part of a request
/// @param key the key as a path (`services.jellyfin.port`); empty when the file as a whole is meant
/// @param message what is wrong, and what would be right
public record Flaw(String where, String key, String message) {

    @Override
    public String toString() {
        return key.isEmpty() ? "%s: %s".formatted(where, message) : "%s: %s: %s".formatted(where, key, message);
    }
}
