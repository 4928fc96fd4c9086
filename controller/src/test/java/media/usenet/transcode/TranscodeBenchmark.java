package media.usenet.transcode;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Figures of jobs as a user has them, asked over HTTP of a controller of its own: how soon FFmpeg starts, how soon a
/// cancelled one is gone, what 500 followers of a running job cost, and what a job costs beside plain FFmpeg. From
/// the repository's root, all or those that are named:
///
///     ./mvnw -q -pl controller test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath &&
///     "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
///         controller/target/test.classpath)" media.usenet.transcode.TranscodeBenchmark starts cancels followers cost
final class TranscodeBenchmark {

    private static final List<String> ALL = List.of("starts", "cancels", "followers", "cost");
    private static final int FOLLOWERS = 500;

    private TranscodeBenchmark() {}

    public static void main(String[] args) throws Exception {
        Set<String> wanted = new TreeSet<>(args.length == 0 ? ALL : List.of(args));
        try (var controller = new MeasuredController()) {
            controller.awaitReady();
            if (wanted.contains("starts")) {
                new StartFigure(controller).print();
            }
            if (wanted.contains("cancels")) {
                new CancelFigure(controller).print();
            }
            if (wanted.contains("followers")) {
                new FollowerFigure(controller, FOLLOWERS).print();
            }
            if (wanted.contains("cost")) {
                new CostFigure(controller).print();
            }
        }
        System.exit(0);
    }
}
