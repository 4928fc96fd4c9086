package media.usenet.making;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoundMakerTest {

    @Test
    void a_tempo_beyond_one_filter_is_made_of_several() {
        assertThat(SoundMaker.tempo(4)).isEqualTo("atempo=tempo=2,atempo=tempo=2");
        assertThat(SoundMaker.tempo(0.25)).isEqualTo("atempo=tempo=0.5,atempo=tempo=0.5");
        assertThat(SoundMaker.tempo(1.25)).isEqualTo("atempo=tempo=1.25");
    }
}
