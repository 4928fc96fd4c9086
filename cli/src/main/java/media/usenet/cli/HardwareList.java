package media.usenet.cli;

import java.util.Locale;

/// `usenet hardware list`: the machine and its GPUs.
final class HardwareList implements Command {

    private static final String UNKNOWN = "unknown";

    @Override
    public Manual manual() {
        return new Manual("list", "the machine, its GPUs, and what each GPU may encode with")
                .about("Encoders are candidates: what this kind of GPU is known for. Nothing was encoded to find them.")
                .option("--root", "DIR", "look at a captured machine instead, as the controller sees DIR")
                .example("usenet hardware list", "this machine")
                .example("usenet hardware list --json --root captures/intel-n100/root", "a captured one, for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.HARDWARE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(new Query("/v1/hardware").with("root", given.text("--root")));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Screen screen, JsonObject hardware) {
        machine(screen, hardware);
        var gpus = hardware.objects("gpus");
        screen.line("");
        if (gpus.isEmpty()) {
            screen.line("No GPU was found: video is encoded by the CPU.");
            return;
        }
        screen.table(table(gpus));
        for (var gpu : gpus) {
            if (!gpu.text("verdict", "OK").equals("OK")) {
                screen.line("");
                screen.paragraph(
                        gpu.text("slot", gpu.text("model", "GPU")) + ": ", gpu.text("reason", "no reason known"));
            }
        }
    }

    private static void machine(Screen screen, JsonObject hardware) {
        var cpu = hardware.object("cpu");
        var board = hardware.object("board");
        var os = hardware.object("os");
        screen.paragraph("Machine  ", known(board.text("vendor", UNKNOWN) + " " + board.text("model", UNKNOWN)));
        screen.paragraph(
                "CPU      ",
                cpu.text("model", UNKNOWN) + ", " + cpu.text("cores", "?") + " cores, " + cpu.text("threads", "?")
                        + " threads, " + cpu.text("architecture", UNKNOWN));
        var memory = hardware.object("memory");
        screen.line("Memory   "
                + (memory.text("totalBytes", "0").equals("0")
                        ? UNKNOWN
                        : Cell.figure(memory, "totalBytes", true).text()));
        var virtual = os.text("virtualization", "none");
        screen.paragraph(
                "System   ",
                os.text("name", UNKNOWN) + ", kernel " + os.text("kernel", UNKNOWN)
                        + (virtual.equals("none") || virtual.equals(UNKNOWN)
                                ? ""
                                : ", in a virtual machine or container (" + virtual + ")"));
    }

    /// Unknown is said once.
    private static String known(String words) {
        return words.equals(UNKNOWN + " " + UNKNOWN) ? UNKNOWN : words;
    }

    private static Table table(Iterable<JsonObject> gpus) {
        var table = new Table(
                Column.whole("SLOT"),
                Column.text("VENDOR", 2),
                Column.text("MODEL", 3),
                Column.text("DRIVER", 4),
                Column.tail("NODE", 1),
                Column.text("CANDIDATES", 5),
                Column.whole("VERDICT"));
        for (var gpu : gpus) {
            table.row(
                    Cell.of(gpu.text("slot")),
                    Cell.of(gpu.text("vendor", "unknown").toLowerCase(Locale.ROOT)),
                    Cell.of(gpu.text("model")),
                    Cell.of(gpu.text("driver")),
                    Cell.of(gpu.text("renderNode")),
                    Cell.of(String.join(", ", gpu.texts("hwEncodeCandidates"))),
                    Cell.word(gpu.text("verdict")));
        }
        return table;
    }
}
