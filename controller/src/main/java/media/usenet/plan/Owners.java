package media.usenet.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import media.usenet.plan.Decision.Bind;
import media.usenet.plan.StackPlan.Folder;
import media.usenet.settings.StackSettings.Owner;

/// Whom the folders on the host must belong to, so that the containers may write to them.
record Owners(Owner usual) {

    private static final Pattern NUMERIC_USER = Pattern.compile("(\\d+)(?::(\\d+))?");

    /// The template's own `user`, for images that know no PUID; else the stack's.
    Owner of(PlannedService service) {
        var user = NUMERIC_USER.matcher(String.valueOf(service.template().getOrDefault("user", "")));
        if (!user.matches()) {
            return usual;
        }
        int uid = Integer.parseInt(user.group(1));
        return new Owner(uid, user.group(2) == null ? uid : Integer.parseInt(user.group(2)), usual.umask());
    }

    /// Every folder that a container binds read-write and that is not there by itself, each once.
    List<Folder> folders(List<PlannedService> services, List<Folder> tree) {
        Map<Path, Folder> folders = new LinkedHashMap<>();
        for (var service : services) {
            var owner = of(service);
            for (var decision : service.decisions()) {
                if (decision instanceof Bind bind && bind.propagation().isEmpty()) {
                    var path = Path.of(bind.source());
                    folders.putIfAbsent(path, new Folder(path, owner.uid(), owner.gid()));
                }
            }
        }
        var all = new ArrayList<>(folders.values());
        all.addAll(tree);
        return all;
    }
}
