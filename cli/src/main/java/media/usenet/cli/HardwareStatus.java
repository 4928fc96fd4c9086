package media.usenet.cli;

/// `usenet hardware status`: how busy the machine is now.
final class HardwareStatus implements Command {

    @Override
    public Manual manual() {
        return new Manual("status", "how busy CPU, memory and GPUs are now, and how warm")
                .example("usenet hardware status", "load, memory, temperatures, GPUs")
                .example("usenet hardware status --json", "the same for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.HARDWARE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(new Query("/v1/hardware/status"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Screen screen, JsonObject status) {
        screen.line(
                "CPU          " + share(status, "cpuUsage") + " busy, load " + String.join(" ", status.texts("load")));
        var memory = status.object("memory");
        double total = memory.number("totalBytes", 0);
        double used = total - memory.number("availableBytes", total);
        screen.line("Memory       " + Figures.bytes(used) + " of " + Figures.bytes(total) + " used ("
                + Figures.percent(used, total) + ")");
        for (var temperature : status.objects("temperatures")) {
            screen.line("Temperature  " + celsius(temperature, "celsius") + " "
                    + temperature.text("sensor", "unknown sensor"));
        }
        if (!status.objects("gpus").isEmpty()) {
            screen.line("");
            screen.table(gpus(status));
        }
    }

    private static Table gpus(JsonObject status) {
        var table = new Table(
                Column.whole("SLOT"),
                Column.text("MODEL", 1),
                Column.number("BUSY"),
                Column.number("ENCODER"),
                Column.number("MEMORY"),
                Column.number("TEMPERATURE"));
        for (var gpu : status.objects("gpus")) {
            table.row(
                    Cell.of(gpu.text("slot")),
                    Cell.of(gpu.text("model")),
                    Cell.of(share(gpu, "usage")),
                    Cell.of(share(gpu, "encoderUsage")),
                    Cell.figure(gpu, "memoryUsedBytes", true),
                    Cell.of(celsius(gpu, "temperatureCelsius")));
        }
        return table;
    }

    private static String share(JsonObject object, String key) {
        return object.has(key) ? Figures.percent(object.number(key, 0), 1) : "unknown";
    }

    private static String celsius(JsonObject object, String key) {
        return object.has(key) ? Math.round(object.number(key, 0)) + " °C" : "unknown";
    }
}
