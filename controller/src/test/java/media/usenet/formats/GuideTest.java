package media.usenet.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuideTest {

    @ParameterizedTest
    @EnumSource
    void ofTrashIsUsableToTheLastExpression(Application application) {
        var guide = TrashGuide.of(application);
        assertThat(guide.flaws()).isEmpty();
        assertThat(guide.book().formats()).hasSizeGreaterThan(200);
        assertThat(guide.profiles()).hasSizeGreaterThan(20);
        assertThat(guide.sizes()).isNotEmpty();
    }

    @Test
    void thatIsBuiltInHasNoFlaw() {
        for (var application : Application.values()) {
            var guide = BuiltInGuide.read(application);
            assertThat(guide.flaws()).isEmpty();
            var profile = guide.profile("built in").orElseThrow();
            assertThat(profile.scores(guide.book())).hasSameSizeAs(guide.book().formats());
        }
    }
}
