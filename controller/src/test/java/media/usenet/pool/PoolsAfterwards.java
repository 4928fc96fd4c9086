package media.usenet.pool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Takes the pools of a test class off the machine once its controller has ended: one that still runs puts back what is
/// taken away. Stands above `@SpringBootTest`, so that it comes after it in the end, with `@DirtiesContext`.
public final class PoolsAfterwards implements AfterAllCallback {

    private static final List<Path> FOLDERS = new CopyOnWriteArrayList<>();

    /// @param folder of a controller that looks after drives
    public static void expect(Path folder) {
        FOLDERS.add(folder);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        for (var folder : FOLDERS) {
            PoolRemoval.remove(folder.resolve("pool"), folder.resolve("run"));
        }
        FOLDERS.clear();
    }
}
