/// What a backup takes: policies and types of backup, and which folders and databases of this machine they mean.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "services",
            "catalog",
            "settings",
            "docker",
            "vault",
            "staging",
            "database",
            "postgres",
            "host",
            "health",
            "problem",
            "yaml"
        })
package media.usenet.scope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
