package media.usenet.quality;

/// Why a score is what it is.
///
/// @param points 0 for what is only told
/// @param because for people: `WEB Tier 01`, `Dolby Vision, which the players show`
public record Reason(int points, String because) {

    @Override
    public String toString() {
        return points == 0 ? because : "%+d %s".formatted(points, because);
    }
}
