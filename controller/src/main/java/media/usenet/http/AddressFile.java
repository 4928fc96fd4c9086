package media.usenet.http;

import media.usenet.host.ProgramFolders;
import media.usenet.host.WholeFile;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes down where the controller listens, beside the token, so that the command line finds both.
@Component
final class AddressFile {

    private final ProgramFolders folders;

    AddressFile(ProgramFolders folders) {
        this.folders = folders;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        var address = "http://127.0.0.1:%d\n".formatted(event.getWebServer().getPort());
        WholeFile.write(folders.run().resolve("controller.url"), address);
    }
}
