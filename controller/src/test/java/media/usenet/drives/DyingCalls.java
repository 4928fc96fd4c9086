package media.usenet.drives;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import media.usenet.linux.MountCalls;

/// The kernel's calls, of a controller that is killed before one of those that bring a drive into its slot.
final class DyingCalls {

    private static final Set<String> PIPELINE = Set.of("mount", "move", "detach");

    private DyingCalls() {}

    /// What is thrown where the controller ends: nothing in it catches that.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /// @param left how many calls are made before the end
    static MountCalls after(MountCalls real, int left) {
        var remaining = new AtomicInteger(left);
        InvocationHandler handler = (_, method, arguments) -> {
            if (PIPELINE.contains(method.getName()) && remaining.getAndDecrement() <= 0) {
                throw new Killed();
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (MountCalls)
                Proxy.newProxyInstance(MountCalls.class.getClassLoader(), new Class<?>[] {MountCalls.class}, handler);
    }
}
