package media.usenet.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import media.usenet.database.Database;
import media.usenet.history.Analytics;
import media.usenet.host.ProgramFolders;
import media.usenet.job.Lane;
import media.usenet.publish.FailPoints;
import media.usenet.queue.JobSettings;
import media.usenet.queue.Queue;
import media.usenet.worker.Node;
import media.usenet.worker.Work;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    private static final int LONGEST_NODE = 50;

    @Bean
    JobSettings jobSettings(Environment properties) {
        return JobProperties.read(Binder.get(properties));
    }

    /// @param node `jobs.node`; the host's name where it is empty
    @Bean
    QueueParts queueParts(
            Database database,
            JobSettings settings,
            ProgramFolders folders,
            ObjectProvider<Work> works,
            @Value("${jobs.node:}") String node) {
        return new QueueParts(
                database,
                settings,
                node.isBlank() ? hostName() : node,
                folders.state(),
                works.stream().toList(),
                FailPoints.NONE);
    }

    private static String hostName() {
        try {
            var name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return name.length() <= LONGEST_NODE ? name : name.substring(0, LONGEST_NODE);
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    @Bean
    Jobs jobs(QueueParts parts) {
        return parts.jobs();
    }

    /// Lanes of devices are opened by whoever knows the devices.
    @Bean(destroyMethod = "")
    Node node(QueueParts parts, @Value("${jobs.io-slots:4}") int ioSlots) {
        var node = parts.node();
        node.lanes(List.of(new Lane("io", ioSlots)));
        return node;
    }

    @Bean
    QueueLife queueLife(
            Database database,
            JobSettings settings,
            QueueParts parts,
            Node node,
            @Value("${jobs.role:controller}") String role) {
        var chores = role.equals("worker") ? null : new Chores(database, settings, parts);
        return new QueueLife(node, chores);
    }

    @Bean
    Queue queue(Database database) {
        return new Queue(database);
    }

    @Bean
    Analytics analytics(Database database) {
        return new Analytics(database);
    }

    @Bean(destroyMethod = "close")
    JobHub jobHub(Database database, QueueParts parts) {
        return new JobHub(database, parts.jobs(), parts.bell());
    }

    @Bean(destroyMethod = "close")
    JobLogReader jobLogReader(QueueParts parts) {
        return new JobLogReader(parts.jobs(), parts.folders());
    }
}
