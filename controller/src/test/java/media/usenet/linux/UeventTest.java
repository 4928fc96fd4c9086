package media.usenet.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UeventTest {

    private static final Path RECORDED = Path.of("src/test/resources/recorded/uevents");
    private static final String LOOP = "/devices/virtual/block/loop0";

    @ParameterizedTest
    @CsvSource({
        "loop-attached, change",
        "loop-detaching, change",
        "loop-detached, change",
        "synthetic-add, add",
        "synthetic-remove, remove",
        "synthetic-change, change"
    })
    void a_recorded_message_says_what_happened_to_which_device(String file, String action) throws Exception {
        var uevent = recorded(file);
        assertThat(uevent.action()).isEqualTo(action);
        assertThat(uevent.path()).isEqualTo(LOOP);
        assertThat(uevent.isBlockDevice()).isTrue();
        assertThat(uevent.deviceName()).isEqualTo("loop0");
        assertThat(uevent.values()).containsEntry("DISKSEQ", "13").containsEntry("MINOR", "0");
    }

    @Test
    void the_last_message_of_a_detached_loop_device_says_that_its_medium_is_gone() throws Exception {
        assertThat(recorded("loop-detached").values()).containsEntry("DISK_MEDIA_CHANGE", "1");
        assertThat(recorded("loop-detaching").values()).doesNotContainKey("DISK_MEDIA_CHANGE");
    }

    @Test
    void a_value_keeps_its_own_equals_signs_and_spaces() {
        var bytes = text("add@/devices/x\0ACTION=add\0DEVPATH=/devices/x\0PARTNAME=a = b\0EMPTY=\0");
        assertThat(Uevent.parse(bytes, bytes.length).values())
                .containsEntry("PARTNAME", "a = b")
                .containsEntry("EMPTY", "");
    }

    @Test
    void no_more_than_the_given_length_is_read() {
        var bytes = text("add@/x\0ACTION=add\0DEVNAME=stale\0");
        var length = "add@/x\0ACTION=add\0".length();
        assertThat(Uevent.parse(bytes, length)).isEqualTo(new Uevent("add", "", Map.of("ACTION", "add")));
    }

    @Test
    void bytes_that_are_no_announcement_make_one_without_an_action() {
        for (var bytes : new byte[][] {
            {},
            {0},
            {0, 0, 0},
            text("="),
            text("=x\0=\0"),
            text("libudev\0\u00fe\u00ed"),
            {(byte) 0xff, (byte) 0xfe, '='}
        }) {
            var uevent = Uevent.parse(bytes, bytes.length);
            assertThat(uevent.action()).isEmpty();
            assertThat(uevent.isBlockDevice()).isFalse();
        }
    }

    @Test
    void no_change_of_a_message_makes_reading_it_fail() throws Exception {
        var original = Files.readAllBytes(RECORDED.resolve("loop-attached"));
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            var bytes = original.clone();
            for (int changes = random.nextInt(8); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            var length = random.nextInt(bytes.length + 1);
            assertThat(Uevent.parse(bytes, length).values().keySet()).doesNotContain("");
        }
    }

    private static Uevent recorded(String file) throws IOException {
        var bytes = Files.readAllBytes(RECORDED.resolve(file));
        return Uevent.parse(bytes, bytes.length);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
