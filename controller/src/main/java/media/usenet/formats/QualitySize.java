package media.usenet.formats;

/// What a quality weighs, in megabytes (2^20 bytes) a minute.
public record QualitySize(double least, double preferred, double most) {

    public QualitySize {
        if (!(least >= 0 && least <= most)) {
            throw new IllegalArgumentException("from %s to %s MB a minute".formatted(least, most));
        }
    }
}
