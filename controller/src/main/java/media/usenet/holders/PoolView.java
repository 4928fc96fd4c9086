package media.usenet.holders;

/// Whether drives that come later appear in a container.
///
/// @param because how it binds the pool
public record PoolView(boolean sees, String because) {}
