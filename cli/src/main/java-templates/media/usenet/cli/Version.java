package media.usenet.cli;

/// This program's version, a constant because reading it from the jar takes as long as a third of the JVM's start.
final class Version {

    static final String TEXT = "${project.version}";

    private Version() {}
}
