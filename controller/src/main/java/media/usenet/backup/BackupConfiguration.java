package media.usenet.backup;

import java.nio.file.Path;
import java.time.InstantSource;
import media.usenet.catalog.CatalogFiles;
import media.usenet.database.DatabaseCopy;
import media.usenet.docker.DockerEngine;
import media.usenet.event.Operations;
import media.usenet.hardware.Hardware;
import media.usenet.host.ProcessRunner;
import media.usenet.host.ProgramFolders;
import media.usenet.rehearsal.Rehearsal;
import media.usenet.relocation.Relocation;
import media.usenet.restore.RestoreJournal;
import media.usenet.scope.Dumps;
import media.usenet.scope.PolicyFiles;
import media.usenet.scope.Scope;
import media.usenet.scope.ServiceDatabases;
import media.usenet.services.StackSwitch;
import media.usenet.settings.SettingsFolder;
import media.usenet.swap.NextStart;
import media.usenet.vault.Destinations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    private static Path own(ProgramFolders folders) {
        return folders.settings().resolve("backups");
    }

    private static Path state(ProgramFolders folders) {
        return folders.state().resolve("backup");
    }

    @Bean
    Scope backupScope(ProgramFolders folders, SettingsFolder settings, CatalogFiles catalog) {
        return new Scope(folders, settings, catalog);
    }

    @Bean
    PolicyFiles policyFiles(@Value("${backup.policies:backups}") String shipped, ProgramFolders folders) {
        return new PolicyFiles(Path.of(shipped), own(folders));
    }

    @Bean
    Destinations destinations(ProcessRunner programs, ProgramFolders folders) {
        return new Destinations(programs, own(folders), folders.state());
    }

    @Bean
    History backupHistory(ProgramFolders folders) {
        return new History(state(folders).resolve("history.json"));
    }

    @Bean
    ServiceDatabases serviceDatabases(CatalogFiles catalog, StackSwitch stack, DockerEngine engine) {
        return new ServiceDatabases(catalog, stack, engine);
    }

    @Bean
    StackServices stackServices(StackSwitch stack, ServiceDatabases databases, Scope scope) {
        return new StackServices(stack, databases, scope::apps);
    }

    @Bean
    HeldFolders heldFolders(CatalogFiles catalog, StackSwitch stack, DockerEngine engine) {
        return new HeldFolders(catalog, stack, new Relocation(engine));
    }

    @Bean
    Dumps dumps(DatabaseCopy database, ServiceDatabases services, ProgramFolders folders) {
        return new Dumps(database, services, state(folders).resolve("database"));
    }

    @Bean
    Description description(Scope scope, MachineFacts machine, SettingsFolder settings, InstantSource clock) {
        return new Description(scope, machine, settings, clock);
    }

    @Bean
    MachineFacts machineFacts(Hardware hardware, StackSwitch stack, DockerEngine engine, ProgramFolders folders) {
        return new MachineFacts(hardware, stack, engine, folders.state().resolve("drives.json"));
    }

    @Bean
    CreateBackup createBackup(
            Scope scope,
            PolicyFiles policies,
            Destinations destinations,
            Dumps dumps,
            Description description,
            StackServices holding,
            History history,
            InstantSource clock) {
        return new CreateBackup(scope, policies, destinations, dumps, description, holding, history, clock);
    }

    @Bean
    Proof proof(
            Destinations destinations,
            Rehearsal rehearsal,
            History history,
            ProgramFolders folders,
            InstantSource clock) {
        return new Proof(destinations, rehearsal, history, state(folders).resolve("scratch"), clock);
    }

    @Bean
    RestoreBackup restoreBackup(
            Scope scope,
            PolicyFiles policies,
            SettingsFolder settings,
            StackServices services,
            Destinations destinations,
            StackSwitch stack,
            DatabaseCopy database,
            HeldFolders held,
            ProgramFolders folders) {
        var units = new RestoreUnits(scope, policies, new NextStart(folders.state()), database);
        var planner = new RestorePlanner(scope, units, settings, services, held);
        return new RestoreBackup(planner, destinations, services, new RestoreJournal(state(folders)), stack, held);
    }

    @Bean
    Extract extract(Destinations destinations) {
        return new Extract(destinations);
    }

    @Bean
    Prune prune(PolicyFiles policies, Destinations destinations, History history, InstantSource clock) {
        return new Prune(policies, destinations, history, clock);
    }

    @Bean
    Contents contents(Destinations destinations, History history, ProgramFolders folders) {
        return new Contents(destinations, history, state(folders).resolve("scratch"));
    }

    @Bean
    Scheduling scheduling(
            PolicyFiles policies,
            History history,
            CreateBackup create,
            Prune prune,
            Proof proof,
            RestoreBackup restore,
            Operations operations,
            InstantSource clock) {
        return new Scheduling(policies, history, create, prune, proof, restore, operations, clock);
    }

    @Bean
    BackupCheck backupCheck(PolicyFiles policies, History history, InstantSource clock) {
        return new BackupCheck(policies, history, clock);
    }

    @Bean
    BackupMetrics backupMetrics(History history) {
        return new BackupMetrics(history);
    }
}
