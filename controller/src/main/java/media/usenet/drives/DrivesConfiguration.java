package media.usenet.drives;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import media.usenet.docker.DockerEngine;
import media.usenet.event.Operations;
import media.usenet.host.ProcessRunner;
import media.usenet.host.ProgramFolders;
import media.usenet.host.User;
import media.usenet.linux.MountCalls;
import media.usenet.mover.MoveJobs;
import media.usenet.mover.SlotSource;
import media.usenet.pool.Pool;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.settings.SettingsFolder;
import media.usenet.smart.SmartMetrics;
import media.usenet.storage.Patience;
import media.usenet.union.Union;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DrivesConfiguration {

    /// @param managed whether drives are looked after
    /// @param sweep how often all drives are compared with all that is wanted
    @Bean
    Storage storage(
            @Value("${storage.managed:true}") boolean managed,
            @Value("${storage.sweep:30s}") Duration sweep,
            User user,
            ProgramFolders folders,
            SettingsFolder settings,
            Pool pool,
            MountCalls calls,
            ProcessRunner programs,
            DockerEngine engine,
            Operations operations,
            Patience patience,
            InstantSource clock,
            JsonMapper json,
            List<DriveListener> listeners) {
        Supplier<Drives> start = () -> {
            requireAble(managed, user);
            try {
                return new DrivesAssembly(
                                folders,
                                settings,
                                pool,
                                calls,
                                programs,
                                engine,
                                operations,
                                patience,
                                clock,
                                json,
                                listeners,
                                Pace.of(sweep))
                        .start();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while looking at the drives", e);
            }
        };
        return new Storage(start);
    }

    /// Asked for late: drives are looked after with the union's help, and the union lies over drives.
    @Bean
    SlotSource slotSource(ObjectProvider<Storage> storage) {
        return new UnionSlots(storage::getObject);
    }

    @Bean
    DriveListener unionFollower(Union union, MoveJobs moves) {
        return new UnionFollower(union, moves);
    }

    @Bean
    SmartMetrics smartMetrics(Storage storage) {
        return new SmartMetrics(
                () -> storage.ifOn().map(on -> on.smart().latest()).orElse(List.of()));
    }

    private static void requireAble(boolean managed, User user) {
        if (!managed) {
            throw new ProblemException(
                    Problem.STORAGE_OFF,
                    "this controller was told to leave drives alone",
                    "start it without storage.managed=false");
        }
        if (!user.root()) {
            throw new ProblemException(
                    Problem.STORAGE_OFF,
                    "this controller runs without root, and only root may mount drives",
                    "install it for the whole machine: sudo ./install.sh");
        }
    }
}
