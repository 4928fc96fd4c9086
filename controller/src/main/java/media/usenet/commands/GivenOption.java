package media.usenet.commands;

/// An option as a command gives it, before it is known which file it is for.
///
/// @param where its place in the request
/// @param written as it was written, with its dash
/// @param name without dash and stream specifier
/// @param specifier the stream specifier; empty without one
/// @param value empty where the option stands alone
record GivenOption(String where, String written, String name, String specifier, String value) {}
