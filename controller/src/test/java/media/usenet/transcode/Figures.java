package media.usenet.transcode;

import java.util.List;

/// What tables of figures are made of.
final class Figures {

    private Figures() {}

    static double quantile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
