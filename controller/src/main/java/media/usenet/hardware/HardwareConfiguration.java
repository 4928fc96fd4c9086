package media.usenet.hardware;

import java.time.InstantSource;
import media.usenet.host.ProcessRunner;
import media.usenet.nvidia.Nvml;
import media.usenet.nvidia.NvmlLibrary;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HardwareProperties.class)
class HardwareConfiguration {

    @Bean
    HardwareProfiles hardwareProfiles(HardwareProperties properties) {
        return new HardwareProfiles(properties.profilesPath(), properties.userProfilesPath());
    }

    @Bean
    Nvml nvml() {
        return new Nvml(NvmlLibrary::read, InstantSource.system());
    }

    @Bean
    Hardware hardware(HardwareProperties properties, HardwareProfiles profiles, Nvml nvml) {
        return new Hardware(properties.rootPath(), profiles, nvml);
    }

    @Bean
    LiveFigures liveFigures(Hardware hardware, Nvml nvml) {
        return new LiveFigures(hardware, nvml);
    }

    @Bean
    MachineCapture machineCapture(HardwareProperties properties, Hardware hardware, ProcessRunner programs) {
        return new MachineCapture(properties.rootPath(), hardware, programs);
    }
}
