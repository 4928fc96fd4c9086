package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFilesTest {

    @TempDir
    Path root;

    @Test
    void cores_are_counted_once_and_threads_each() throws IOException {
        write("file /proc/cpuinfo "
                + "processor : 0\\nphysical id : 0\\ncore id : 0\\nprocessor : 1\\nphysical id : 0\\ncore id : 0\\n"
                + "processor : 2\\nphysical id : 1\\ncore id : 0\\nprocessor : 3\\nphysical id : 1\\ncore id : 0\\n");
        assertThat(files().cpu()).returns(2, HardwareFacts.Cpu::cores).returns(4, HardwareFacts.Cpu::threads);
    }

    @Test
    void an_arm_board_names_its_model_and_architecture() throws IOException {
        write("file /proc/cpuinfo processor : 0\\nCPU architecture: 8\\nModel : Raspberry Pi 4 Model B\\n");
        assertThat(files().cpu()).isEqualTo(new HardwareFacts.Cpu("Raspberry Pi 4 Model B", "aarch64", 1, 1));
    }

    @Test
    void a_tree_that_says_nothing_is_unknown() {
        assertThat(files().cpu()).isEqualTo(new HardwareFacts.Cpu("unknown", "unknown", 0, 0));
        assertThat(files().memory().totalBytes()).isZero();
        assertThat(files().board()).isEqualTo(new HardwareFacts.Board("unknown", "unknown"));
        assertThat(files().os().virtualization()).isEqualTo("unknown");
    }

    @Test
    void placeholders_of_board_makers_are_no_names() throws IOException {
        write("""
                file /sys/class/dmi/id/sys_vendor To Be Filled By O.E.M.
                file /sys/class/dmi/id/board_vendor ASRock
                file /sys/class/dmi/id/product_name System Product Name
                file /sys/class/dmi/id/board_name N100DC-ITX
                """);
        assertThat(files().board()).isEqualTo(new HardwareFacts.Board("ASRock", "N100DC-ITX"));
    }

    @Test
    void a_hypervisor_is_known_by_its_dmi_its_acpi_tables_or_its_clock() throws IOException {
        write("file /sys/class/dmi/id/sys_vendor QEMU\nfile /sys/class/dmi/id/product_name Standard PC");
        assertThat(files().os().virtualization()).isEqualTo("kvm");
    }

    @Test
    void firecracker_signs_its_acpi_tables() throws IOException {
        write("file /sys/firmware/acpi/tables/DSDT DSDT....\\0\\0FIRECKFCVMDSDT\\0....FCAT............"
                + "\nfile /sys/devices/system/clocksource/clocksource0/available_clocksource tsc kvm-clock");
        assertThat(files().os().virtualization()).isEqualTo("firecracker");
    }

    @Test
    void a_machine_without_marks_is_bare() throws IOException {
        write("file /proc/cpuinfo flags : fpu lm");
        assertThat(files().os().virtualization()).isEqualTo("none");
    }

    @Test
    void docker_leaves_a_mark_and_has_no_disk_of_its_own() throws IOException {
        write("file /.dockerenv -\nfile /proc/mounts overlay / overlay rw 0 0");
        assertThat(files().os().virtualization()).isEqualTo("docker");
    }

    @Test
    void a_machine_made_from_a_container_image_is_no_container() throws IOException {
        write("file /.dockerenv -\nfile /proc/mounts /dev/vda / ext4 rw 0 0");
        assertThat(files().os().virtualization()).isEqualTo("none");
    }

    @Test
    void lxc_is_told_by_the_first_process() throws IOException {
        write("file /proc/1/environ TERM=linux\\0container=lxc\\0");
        assertThat(files().os().virtualization()).isEqualTo("lxc");
    }

    private HostFiles files() {
        return new HostFiles(new Tree(root));
    }

    private void write(String facts) throws IOException {
        new FactText(root).write(facts);
    }
}
