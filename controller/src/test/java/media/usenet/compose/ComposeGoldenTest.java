package media.usenet.compose;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import media.usenet.golden.GoldenFiles;
import media.usenet.golden.PlanCase;
import media.usenet.plan.Decision;
import media.usenet.plan.StackPlan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Machine and settings in, decisions with their reasons and the Compose file out.
class ComposeGoldenTest {

    @TestFactory
    Stream<DynamicTest> stacks() {
        return GoldenFiles.each("stack", text -> answer(PlanCase.plan(text)));
    }

    private static String answer(StackPlan plan) {
        var lines = new StringBuilder();
        plan.decisions().forEach(decision -> lines.append(line("stack", decision)));
        plan.services()
                .forEach(service ->
                        service.decisions().forEach(decision -> lines.append(line(service.name(), decision))));
        plan.folders()
                .forEach(folder ->
                        lines.append("folder: %s %d:%d\n".formatted(folder.path(), folder.uid(), folder.gid())));
        plan.files().forEach(file -> lines.append("file: %s\n".formatted(file.path())));
        plan.secrets().forEach(secret -> lines.append("secret: %s %s\n".formatted(secret.name(), secret.format())));
        plan.findings()
                .forEach(finding ->
                        lines.append("%s: %s (%s)\n".formatted(finding.severity(), finding.text(), finding.remedy())));
        plan.blockers().forEach(flaw -> lines.append("blocker: %s\n".formatted(flaw)));
        return lines + ComposeFile.of(plan).text();
    }

    private static String line(String subject, Decision decision) {
        return Stream.of(subject, decision.topic(), decision.what()).collect(joining(": ")) + ", because "
                + decision.because() + "\n";
    }
}
