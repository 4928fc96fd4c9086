package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactionTest {

    private final Redaction redaction = new Redaction("livingroom");

    @Test
    void what_names_a_machine_is_taken_out() {
        assertThat(redaction.apply("uuid GPU-d6889ff6-2523-9142-ca3c-1ca3f396a625"))
                .isEqualTo("uuid GPU-00000000-0000-0000-0000-000000000000");
        assertThat(redaction.apply("link/ether 52:54:00:AB:cd:01 brd")).isEqualTo("link/ether 00:00:00:00:00:00 brd");
        assertThat(redaction.apply("Serial\t\t: 10000000a1b2c3d4\nModel\t: Pi"))
                .isEqualTo("Serial\t\t: removed\nModel\t: Pi");
        assertThat(redaction.apply("<serial>1320521</serial>")).isEqualTo("<serial>removed</serial>");
        assertThat(redaction.apply("root@livingroom:~#")).isEqualTo("root@host:~#");
        assertThat(redaction.apply("<p><process_info><name>/home/ann/x</name></process_info></p>"))
                .isEqualTo("<p></p>");
    }

    @Test
    void pci_addresses_and_ids_stay() {
        var lspci = "0000:00:02.0 VGA compatible controller [0300]: Intel Corporation [8086:46d1] (rev 01)";
        assertThat(redaction.apply(lspci)).isEqualTo(lspci);
    }
}
