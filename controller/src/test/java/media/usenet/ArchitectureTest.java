package media.usenet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;

@AnalyzeClasses(packagesOf = ControllerApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String PACKAGE_INFO = "package-info";

    @Test
    void packagesDependOnlyOnWhatTheirPackageInfoAllows() {
        ApplicationModules.of(ControllerApplication.class).verify();
    }

    @ArchTest
    static void everyPackageSaysThatItIsNullMarked(JavaClasses classes) {
        classes.stream()
                .map(type -> type.getPackage())
                .distinct()
                .forEach(java -> assertThat(java.isAnnotatedWith(NullMarked.class))
                        .as(java.getName())
                        .isTrue());
    }

    @ArchTest
    static final ArchRule onlyHostStartsPrograms = noClasses()
            .that()
            .resideOutsideOfPackage("..host..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class);

    @ArchTest
    static final ArchRule decisionsTouchNothing = noClasses()
            .that()
            .resideInAnyPackage("..plan..", "..compose..")
            .and()
            .doNotHaveSimpleName(PACKAGE_INFO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "org.slf4j..", "org.springframework.stereotype..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Files.class)
            .because("a plan must be the same for the same facts");

    @ArchTest
    static final ArchRule onlyTheEnginePackageKnowsDockerJava = noClasses()
            .that()
            .resideOutsideOfPackage("..docker..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.dockerjava..");

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto)")
            .because("such a name says nothing");

    @ArchTest
    static final ArchRule aServiceIsDataAboutAComposeService =
            noClasses().that().areNotRecords().should().haveSimpleNameEndingWith("Service");

    @ArchTest
    static final ArchRule beansAreComponents = noClasses().should().beAnnotatedWith(Service.class);

    @ArchTest
    static final ArchRule noFieldInjection = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule noStandardStreams = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @Test
    void everyPackageSaysItsOneJob() throws Exception {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var silent = files.filter(file -> file.endsWith(PACKAGE_INFO + ".java"))
                    .filter(ArchitectureTest::saysNothing)
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    private static boolean saysNothing(Path packageInfo) {
        try {
            return !Files.readString(packageInfo).startsWith("/// ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
