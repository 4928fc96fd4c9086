package media.usenet;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ControllerApplication {

    private static final String WORKER = "--jobs.role=worker";

    public static void main(String[] args) {
        var application = new SpringApplication(ControllerApplication.class);
        if (List.of(args).contains(WORKER) || "worker".equals(System.getenv("JOBS_ROLE"))) {
            workOnly(application);
        }
        application.run(args);
    }

    /// A process beside the controller that runs jobs of its queue, and nothing else.
    private static void workOnly(SpringApplication application) {
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("spring.main.keep-alive", true, "storage.managed", false));
    }
}
