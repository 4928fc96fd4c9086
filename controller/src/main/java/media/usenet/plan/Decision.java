package media.usenet.plan;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import media.usenet.catalog.ServiceDefinition.Network;
import media.usenet.settings.ResourceProfile;
import media.usenet.settings.ResourceProfile.Share;
import media.usenet.settings.StackSettings.Owner;
import org.springframework.util.unit.DataSize;

/// One decision of a plan, with the reason that a person would want to hear.
public sealed interface Decision {

    /// One word: what the decision is about.
    String topic();

    /// What was decided, in a few words.
    String what();

    String because();

    record ChooseProfile(ResourceProfile profile, Share share, String because) implements Decision {
        @Override
        public String topic() {
            return "profile";
        }

        @Override
        public String what() {
            var name = profile.name().toLowerCase(Locale.ROOT);
            return "%s: %d %% of the CPUs, %d %% of the memory"
                    .formatted(name, share.cpuPercent(), share.memoryPercent());
        }
    }

    record OwnFiles(Owner owner, String because) implements Decision {
        @Override
        public String topic() {
            return "owner";
        }

        @Override
        public String what() {
            return "files belong to %d:%d, umask %s".formatted(owner.uid(), owner.gid(), owner.umask());
        }
    }

    record RunService(String service, String because) implements Decision {
        @Override
        public String topic() {
            return "run";
        }

        @Override
        public String what() {
            return "run " + service;
        }
    }

    /// What it may do beyond its own container.
    record ReachOut(String what, String because) implements Decision {
        @Override
        public String topic() {
            return "access";
        }
    }

    record UseImage(String image, String because) implements Decision {
        @Override
        public String topic() {
            return "image";
        }

        @Override
        public String what() {
            return image;
        }
    }

    record PublishPort(String address, int hostPort, int containerPort, String protocol, String because)
            implements Decision {
        @Override
        public String topic() {
            return "port";
        }

        @Override
        public String what() {
            return "publish %d/%s on %s:%d".formatted(containerPort, protocol, address, hostPort);
        }
    }

    /// @param devices device nodes to pass
    /// @param groups numeric groups that may open them
    /// @param runtime Docker runtime that passes the GPU instead
    record PassGpu(
            String gpu,
            List<String> devices,
            List<Integer> groups,
            Optional<String> runtime,
            Map<String, String> environment,
            List<String> securityOptions,
            String because)
            implements Decision {
        @Override
        public String topic() {
            return "gpu";
        }

        @Override
        public String what() {
            var how = runtime.map(name -> "the runtime " + name).orElseGet(() -> String.join(", ", devices));
            var as = groups.isEmpty()
                    ? ""
                    : groups.stream().map(String::valueOf).collect(joining(", ", ", as group ", ""));
            return "pass %s by %s%s".formatted(gpu, how, as);
        }

        PassGpu withEnvironment(Map<String, String> other) {
            return new PassGpu(gpu, devices, groups, runtime, other, securityOptions, because);
        }
    }

    record EncodeInSoftware(String because) implements Decision {
        @Override
        public String topic() {
            return "gpu";
        }

        @Override
        public String what() {
            return "encode in software";
        }
    }

    /// @param cpus how many; absent where the engine cannot bound them
    record Limit(Optional<Double> cpus, DataSize memory, String because) implements Decision {
        @Override
        public String topic() {
            return "limit";
        }

        @Override
        public String what() {
            return "at most %s%d MiB"
                    .formatted(cpus.map("%s CPUs and "::formatted).orElse(""), memory.toMegabytes());
        }
    }

    /// @param startInterval how often to ask while it starts, where the engine can
    record ProbeHealth(
            List<String> test,
            Duration interval,
            Optional<Duration> startInterval,
            Duration startPeriod,
            String because)
            implements Decision {
        @Override
        public String topic() {
            return "health";
        }

        @Override
        public String what() {
            return "ask every %d s".formatted(interval.toSeconds());
        }
    }

    record ProbeFromOutside(String because) implements Decision {
        @Override
        public String topic() {
            return "health";
        }

        @Override
        public String what() {
            return "the controller asks";
        }
    }

    /// What another service has to be before this one starts.
    enum Wait {
        STARTED("running"),
        HEALTHY("healthy"),
        /// One that never becomes healthy keeps nobody from starting.
        HEALTHY_OR_FAILED("healthy, or has failed to be");

        private final String text;

        Wait(String text) {
            this.text = text;
        }
    }

    record StartAfter(String service, Wait until, String because) implements Decision {
        @Override
        public String topic() {
            return "order";
        }

        @Override
        public String what() {
            return "start when %s is %s".formatted(service, until.text);
        }
    }

    record JoinNetwork(Network network, String because) implements Decision {
        @Override
        public String topic() {
            return "network";
        }

        @Override
        public String what() {
            return "join " + name();
        }

        public String name() {
            return network.name().toLowerCase(Locale.ROOT);
        }
    }

    record RouteThrough(String service, String because) implements Decision {
        @Override
        public String topic() {
            return "network";
        }

        @Override
        public String what() {
            return "send all traffic through " + service;
        }
    }

    /// @param propagation `rslave` for what drives are mounted below; empty for a plain folder
    record Bind(String source, String target, boolean readOnly, Optional<String> propagation, String because)
            implements Decision {
        @Override
        public String topic() {
            return "folder";
        }

        @Override
        public String what() {
            return "%s as %s%s".formatted(source, target, readOnly ? ", read-only" : "");
        }
    }

    record AddEnvironment(Map<String, String> variables, String because) implements Decision {
        @Override
        public String topic() {
            return "environment";
        }

        @Override
        public String what() {
            return "set "
                    + String.join(", ", variables.keySet().stream().sorted().toList());
        }
    }

    /// A container whose folder is missing does not start; otherwise Docker makes the folder, owned by root and on the
    /// root disk.
    record RefuseMissingFolders(String because) implements Decision {
        @Override
        public String topic() {
            return "folder";
        }

        @Override
        public String what() {
            return "start nothing whose folder is missing";
        }
    }

    record KeepRunning(String policy, String because) implements Decision {
        @Override
        public String topic() {
            return "restart";
        }

        @Override
        public String what() {
            return policy;
        }
    }

    record RotateLogs(DataSize size, int files, String because) implements Decision {
        @Override
        public String topic() {
            return "logs";
        }

        @Override
        public String what() {
            return "keep %d files of %d MiB a service".formatted(files, size.toMegabytes());
        }
    }
}
