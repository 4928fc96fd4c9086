package media.usenet.library;

/// One value of a facet.
///
/// @param files how many have it
/// @param bytes how large they are together, each name of a hard link for itself
public record FacetCount(String value, long files, long bytes) {

    FacetCount plus(long moreFiles, long moreBytes) {
        return new FacetCount(value, files + moreFiles, bytes + moreBytes);
    }
}
