package media.usenet.transcode;

import media.usenet.encoders.Encoders;
import media.usenet.fetch.FetchLimits;
import media.usenet.fetch.Fetcher;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.User;
import media.usenet.jobs.Jobs;
import media.usenet.making.Kitchen;
import media.usenet.settings.SettingsFolder;
import media.usenet.uploads.Uploads;
import media.usenet.worker.Node;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TranscodeProperties.class)
@Import(MediaWorks.class)
class TranscodeConfiguration {

    @Bean
    SlotFollower slotFollower(ObjectProvider<Jobs> jobs) {
        return new SlotFollower(jobs);
    }

    @Bean
    Library library(SettingsFolder settings, TranscodeProperties properties) {
        return new Library(() -> settings.current().folders().pool(), properties.folderPaths());
    }

    @Bean
    Destination destination(Library library) {
        return new Destination(library);
    }

    @Bean
    Workshop workshop(
            TranscodeProperties properties,
            Fetcher fetcher,
            FetchLimits fetchLimits,
            Uploads uploads,
            Library library,
            FFmpeg ffmpeg,
            Encoders encoders,
            Destination destination,
            SlotFollower slots,
            SettingsFolder settings,
            User user,
            JsonMapper json) {
        return new Workshop(
                new Gathering(fetcher, fetchLimits, uploads, library, ffmpeg),
                new Kitchen(encoders),
                ffmpeg,
                properties.runLimits(),
                destination,
                new Ownership(() -> settings.current().owner(), user.root()),
                slots,
                json);
    }

    @Bean
    LaneFollower laneFollower(Encoders encoders, Node node) {
        return new LaneFollower(encoders, node);
    }

    @Bean
    Asking asking(
            Jobs jobs, Encoders encoders, Library library, Destination destination, FFmpeg ffmpeg, JsonMapper json) {
        var intake = new Intake(jobs, encoders, library, destination, new FirstLook(ffmpeg::probe), json);
        return new Asking(intake, jobs, json);
    }
}
