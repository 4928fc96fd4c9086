package media.usenet.host;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The class path of the tests themselves, for a Java process that a test starts.
public final class TestClassPath {

    private TestClassPath() {}

    /// Of whatever runs the tests: some load them by a loader of their own.
    public static String text() {
        return TestClassPath.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
