package media.usenet.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `usenet services up|down|start|stop|restart`: changes what runs.
final class ServicesChange implements Command {

    private final String action;
    private final Manual manual;

    private ServicesChange(String action, String summary, String about, String some, String meaning) {
        this.action = action;
        this.manual = new Manual(action, summary)
                .about(about)
                .services()
                .example("usenet services " + action + " --dry-run", "what it would do, changing nothing")
                .example("usenet services " + action + " " + some, meaning)
                .exits(
                        Exit.FAILED,
                        Exit.USAGE,
                        Exit.PART,
                        Exit.VALIDATION,
                        Exit.UNREACHABLE,
                        Exit.DOCKER,
                        Exit.INTERRUPTED);
    }

    static ServicesChange up() {
        return new ServicesChange(
                "up",
                "makes the services run as planned; recreates only what changed",
                "Interrupting this program does not stop the work: the controller goes on with it.",
                "jellyfin sonarr",
                "only these, and what they need");
    }

    static ServicesChange down() {
        return new ServicesChange(
                "down",
                "stops the services and removes their containers",
                "Configuration, media and downloads stay. Asks first; --yes answers.",
                "--category downloads",
                "only the download clients");
    }

    static ServicesChange start() {
        return new ServicesChange("start", "starts stopped services as they are", "", "sonarr", "one that was stopped");
    }

    static ServicesChange stop() {
        return new ServicesChange(
                "stop", "stops services and keeps their containers", "", "sonarr radarr", "only these");
    }

    static ServicesChange restart() {
        return new ServicesChange(
                "restart", "stops services and starts them again as they are", "", "prowlarr", "only this one");
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public int run(Session session, Given given) {
        var category = given.text("--category");
        var services = given.words();
        if (action.equals("down") && !session.dryRun() && !session.yes()) {
            Confirmation.ask(session, whatGoes(services, category), command(services, category) + " --yes");
        }
        var query = new Query("/v1/services/" + action).with("dryRun", session.dryRun());
        var body = JsonWriting.object("services", services, "category", category);
        return Change.ask(session, query, body, command(services, category));
    }

    private String command(List<String> services, @Nullable String category) {
        return "usenet services " + action
                + (services.isEmpty() ? "" : " " + String.join(" ", services))
                + (category == null ? "" : " --category " + category);
    }

    private static String whatGoes(List<String> services, @Nullable String category) {
        var which = services.isEmpty()
                ? category == null ? "every service" : "every service of the category " + category
                : String.join(", ", services);
        return "down removes the containers of " + which + "; configuration and media stay";
    }
}
