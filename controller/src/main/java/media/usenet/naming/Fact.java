package media.usenet.naming;

/// One thing that a word says.
record Fact(Trait trait, String value) {}
