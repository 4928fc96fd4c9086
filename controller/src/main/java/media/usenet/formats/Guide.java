package media.usenet.formats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.problem.Flaw;

/// What a guide says for one application.
///
/// @param origin where it was read, for people: a folder, or `built in`
/// @param sizes by kind (`movie`, `anime`, `series`), then by quality
/// @param flaws what of it cannot be used; the rest can
public record Guide(
        Application application,
        String origin,
        FormatBook book,
        List<GuideProfile> profiles,
        Map<String, Map<String, QualitySize>> sizes,
        List<Flaw> flaws) {

    public Guide {
        profiles = List.copyOf(profiles);
        sizes = Map.copyOf(sizes);
        flaws = List.copyOf(flaws);
    }

    /// @param nameOrId as the guide spells it, in any case
    public Optional<GuideProfile> profile(String nameOrId) {
        return profiles.stream()
                .filter(profile -> profile.name().equalsIgnoreCase(nameOrId)
                        || profile.id().equals(nameOrId))
                .findFirst();
    }

    /// What a quality weighs, by the kind named or else by any that knows the quality.
    public Optional<QualitySize> size(String kind, String quality) {
        return Optional.ofNullable(sizes.getOrDefault(kind, Map.of()).get(quality))
                .or(() -> sizes.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getValue().get(quality))
                        .filter(size -> size != null)
                        .findFirst());
    }
}
