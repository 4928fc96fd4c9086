package media.usenet.services;

/// What a service answered when it was asked.
///
/// @param answer for people: `answers 200 to /health`
record Probed(boolean well, String answer) {}
