package media.usenet.apps;

/// Someone who watches: a user of an application.
///
/// @param id in the application
/// @param name for people
public record Viewer(String id, String name) {}
