package media.usenet.copies;

/// What reads one thing at a time, or several: a disk.
///
/// @param name files with the same one wait for the same disk
/// @param rotational whether it spins, so that reading in two places at once is slower than one after the other
public record Lane(String name, boolean rotational) {}
