package media.usenet.sandbox;

import media.usenet.host.ProcessRunner;
import media.usenet.host.ProgramFolders;
import media.usenet.host.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    @Bean
    Sandbox sandbox(
            ProcessRunner programs,
            User user,
            ProgramFolders folders,
            @Value("${sandbox.unsafe-without:false}") boolean unsafePermitted) {
        return new Sandbox(programs, user, folders.state().resolve("sandbox"), unsafePermitted);
    }

    /// So that the first job does not wait for it.
    @EventListener(ApplicationReadyEvent.class)
    void tryOut(ApplicationReadyEvent ready) {
        var sandbox = ready.getApplicationContext().getBean(Sandbox.class);
        Thread.startVirtualThread(sandbox::state);
    }
}
