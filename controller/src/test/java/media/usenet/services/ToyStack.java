package media.usenet.services;

import java.util.ArrayList;
import java.util.List;
import media.usenet.catalog.HealthProbe;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
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
