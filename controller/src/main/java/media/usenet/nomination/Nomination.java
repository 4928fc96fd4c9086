package media.usenet.nomination;

/// Two films that may be the same and are worth comparing; their places in the list that was asked about. It
/// decides nothing.
///
/// @param votes how much speaks for it; higher is more
public record Nomination(int first, int second, double votes) {}
