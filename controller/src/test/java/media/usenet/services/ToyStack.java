package media.usenet.services;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import media.usenet.catalog.HealthProbe;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.plan.PlannedService;
import media.usenet.plan.StackPlan;

/// Small images under the references of a plan, each answering as its service's health probe wants.
final class ToyStack {

    private static final int OK = 200;

    private ToyStack() {}

    static void make(StackPlan plan) {
        new ToyImages()
                .make(plan.services().stream().map(ToyStack::toy).distinct().toList());
    }

    /// Undoes what the controller did where `/` is a private mount: it made the pool root a mount of its own.
    static void unmount(Path pool) {
        new HostProcessRunner().run(Command.of(Duration.ofSeconds(10), "umount", "--recursive", pool.toString()));
    }

    static String image(PlannedService service) {
        return String.valueOf(service.template().get("image"));
    }

    private static Toy toy(PlannedService service) {
        var definition = service.definition();
        var ports = new ArrayList<Integer>();
        definition.web().ifPresent(web -> ports.add(web.port()));
        int status = OK;
        boolean ownCheck = false;
        switch (definition.health()) {
            case HealthProbe.Http http -> {
                ports.add(http.port());
                status = http.okStatus().getFirst();
            }
            case HealthProbe.Native _ -> ownCheck = true;
            case HealthProbe.Run _, HealthProbe.None _ -> {}
        }
        var toy = new Toy(
                image(service), List.copyOf(ports.stream().distinct().sorted().toList()), status, false);
        return ownCheck ? toy.withHealthCheck() : toy;
    }
}
