package media.usenet.docker;

/// How busy a running container is.
///
/// @param cpuPercent share of one CPU: 200 is two CPUs all the time
public record ContainerStats(Container container, double cpuPercent, Usage usage) {}
