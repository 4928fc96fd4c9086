package media.usenet.union;

import java.nio.file.Path;
import java.time.InstantSource;
import media.usenet.event.Operations;
import media.usenet.host.ProcessRunner;
import media.usenet.host.ProgramFolders;
import media.usenet.mover.MoveJobs;
import media.usenet.mover.SlotSource;
import media.usenet.storage.Mounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(Hold.class);

    @Bean
    HoldKeeper holdKeeper(ProgramFolders folders, InstantSource clock) {
        return new HoldKeeper(folder(folders).resolve("hold.json"), clock, UnionConfiguration::tell);
    }

    @Bean
    Union union(ProcessRunner programs, SlotSource slots, ProgramFolders folders, HoldKeeper hold) {
        var mergerFs = new MergerFs(programs, new Mounts(Path.of("/proc/self/mountinfo")));
        return new Union(mergerFs, slots, folder(folders).resolve("union.json"), hold);
    }

    @Bean
    MoveJobs moveJobs(SlotSource slots, ProgramFolders folders, Operations operations) {
        return new MoveJobs(slots, folder(folders), operations);
    }

    @Bean
    UnionCommands unionCommands(Union union, SlotSource slots, MoveJobs jobs, HoldKeeper hold) {
        return new UnionCommands(union, slots, jobs, hold);
    }

    private static Path folder(ProgramFolders folders) {
        return folders.state().resolve("storage");
    }

    private static void tell(HoldChanged change) {
        var now = change.now();
        if (now.active()) {
            log.warn("hold on: {}; do not empty any trash, plug the drive in", now.because());
        } else {
            log.info("hold ended: every drive of the union is there");
        }
    }
}
