package media.usenet.formats;

import java.util.List;
import java.util.stream.Stream;
import media.usenet.problem.Flaw;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The guide that copies are weighed by, over HTTP.
@RestController
@RequestMapping("/v1/quality")
final class GuidesController {

    private final Guides guides;

    GuidesController(Guides guides) {
        this.guides = guides;
    }

    /// @param guides for films, and for series
    record QualityAnswer(List<GuideAnswer> guides) {}

    /// @param content `films` or `series`
    /// @param origin the folder that it was read from, or `built in`
    /// @param chosen the profile that copies are weighed by; null where the guide has none
    /// @param flaws what of it cannot be used
    record GuideAnswer(
            String content,
            String origin,
            int formats,
            @Nullable String chosen,
            List<ProfileAnswer> profiles,
            List<Flaw> flaws) {}

    /// @param cutoff the quality from which on nothing better is wanted
    record ProfileAnswer(String name, String cutoff) {}

    @GetMapping
    QualityAnswer guides() {
        return new QualityAnswer(
                Stream.of(Application.values()).map(this::guide).toList());
    }

    /// Reads the guide's folder anew. What was in use stays in use where it cannot be read.
    @PostMapping("/refresh")
    QualityAnswer refresh() {
        guides.refresh();
        return guides();
    }

    private GuideAnswer guide(Application application) {
        var guide = guides.of(application);
        return new GuideAnswer(
                application.content(),
                guide.origin(),
                guide.book().formats().size(),
                guides.profile(application).map(GuideProfile::name).orElse(null),
                guide.profiles().stream()
                        .map(profile -> new ProfileAnswer(profile.name(), profile.cutoff()))
                        .toList(),
                guide.flaws());
    }
}
