package media.usenet.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import media.usenet.ffmpeg.MediaFacts;
import org.junit.jupiter.api.Test;

class ExpectedTest {

    private static MediaFacts lasting(Duration duration) {
        return new MediaFacts(List.of("mp4"), duration, 1, 1, List.of(), List.of(), List.of(), List.of(), 0);
    }

    @Test
    void half_of_it_is_not_handed_out_though_the_run_ended_well() {
        var film = new Expected(Optional.empty(), 0, Duration.ofMinutes(90));
        assertThat(film.missing(lasting(Duration.ofMinutes(45)))).containsExactly("it lasts PT45M, not PT1H30M");
        assertThat(film.missing(lasting(Duration.ofMinutes(89)))).isEmpty();
        assertThat(new Expected(Optional.of("hevc"), 2, Duration.ZERO).missing(lasting(Duration.ZERO)))
                .containsExactly("its video is none, not hevc", "it has 0 sound tracks, not 2");
    }
}
