package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;

/// What was done to a drive, each step with its milliseconds: `probe 0.9  mount 2.2 ms`.
final class Steps {

    private Steps() {}

    static String text(List<JsonObject> steps) {
        var texts = new ArrayList<String>();
        for (var step : steps) {
            texts.add(step.text("step", "?") + " " + Figures.tenths(step.number("millis", 0)));
        }
        return String.join("  ", texts) + " ms";
    }
}
