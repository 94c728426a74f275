package org.consilium.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyCheckTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final String LIBRARY = "com.example:library";

    @TempDir
    Path folder;

    private MadeUpRepository repository;

    @BeforeEach
    void prepare() throws IOException {
        repository = new MadeUpRepository();
        lists("", "");
        bill("1.0");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void theNewestReleasePasses() throws Exception {
        repository.release("1.0", "2015-01-01");

        assertThat(check().failures()).isEmpty();
    }

    @Test
    void aReleaseThatIsNewerByAYearOrLessPasses() throws Exception {
        repository.release("1.0", "2025-01-01").release("1.1", "2026-01-01");

        assertThat(check().failures()).isEmpty();
    }

    @Test
    void oneThatIsNewerByMoreFails() throws Exception {
        repository.release("1.0", "2025-01-01").release("1.1", "2026-01-02");

        assertThat(check().failures()).containsExactly(LIBRARY + ":1.0 is of 2025-01-01, release 1.1 of 2026-01-02");
    }

    @Test
    void whatIsNotYetReleasedDoesNotCount() throws Exception {
        repository.release("1.0", "2020-01-01");
        for (String version :
                List.of("2.0-alpha1", "2.0.0-beta.2", "2.0-M3", "2.0.RC1", "2.0.0.CR2", "2.0-SNAPSHOT", "20031127.1")) {
            repository.release(version, "2026-01-01");
        }

        assertThat(check().failures()).isEmpty();
    }

    @Test
    void whatTheRepositoryNamesAndDoesNotHaveIsNotWithinReach() throws Exception {
        repository
                .release("1.0", "2020-01-01")
                .release("1.1.Final", "2020-06-01")
                .named("2.0");

        assertThat(check().failures()).isEmpty();
    }

    @Test
    void withoutADayFromTheRepositoryTheJarTells() throws Exception {
        repository.undated("1.0", "2020-01-01").undated("1.1", "2025-01-01");

        assertThat(check().failures())
                .singleElement()
                .asString()
                .endsWith("is of 2020-01-01, release 1.1 of 2025-01-01");
    }

    /** A day before jars were credible; the same or a later one in the older release. */
    @ParameterizedTest
    @ValueSource(strings = {"1980-02-01", "2025-01-01", "2025-06-01"})
    void whereNothingTellsTheDaySomebodyHasToLook(String dayInJar) throws Exception {
        repository.undated("1.0", dayInJar).undated("1.1", "2025-01-01");

        assertThat(check().failures()).singleElement().asString().endsWith("nothing tells how much newer it is");
    }

    @Test
    void aLibraryThatHasMovedFails() throws Exception {
        repository.release("1.0", "2025-12-01").relocated("1.1", "2026-01-01");

        assertThat(check().failures()).containsExactly(LIBRARY + ":1.0 has moved to com.example:other");
    }

    @Test
    void anAbandonedLibraryFails() throws Exception {
        repository.release("1.0", "2026-01-01");
        lists("com.example:*  its authors have left", "");

        assertThat(check().failures()).containsExactly(LIBRARY + ":1.0 is abandoned: its authors have left");
    }

    @Test
    void aWaiverLetsItPassUntilItsLastDay() throws Exception {
        repository.release("1.0", "2020-01-01").release("1.1", "2026-01-01");
        lists("", LIBRARY + ":1.* 2026-06-01 1.1 does not start");

        Report report = check();

        assertThat(report.failures()).isEmpty();
        assertThat(report.waived()).singleElement().asString().endsWith("until 2026-06-01: 1.1 does not start");
    }

    @Test
    void aWaiverExpires() throws Exception {
        repository.release("1.0", "2020-01-01").release("1.1", "2026-01-01");
        lists("", LIBRARY + " 2026-05-31 1.1 does not start");

        assertThat(check().failures()).singleElement().asString().contains("its waiver has expired");
    }

    @Test
    void aWaiverThatIsNotNeededFails() throws Exception {
        repository.release("1.0", "2020-01-01");
        lists("", LIBRARY + " 2026-12-31 1.1 does not start");

        assertThat(check().failures()).containsExactly(LIBRARY + " needs no waiver any more");
    }

    @Test
    void aWaiverWithoutAReasonIsRefused() throws Exception {
        lists("", LIBRARY + " 2026-12-31");

        assertThatThrownBy(this::check).isInstanceOf(IOException.class).hasMessageContaining(LIBRARY);
    }

    private Report check() throws IOException, InterruptedException {
        return DependencyCheck.check(
                repository.repository(), folder, BillOfMaterials.read(List.of(folder.resolve("sbom.xml"))), TODAY);
    }

    private void lists(String abandoned, String waivers) throws IOException {
        Files.writeString(folder.resolve("abandoned.txt"), "# reasons\n\n" + abandoned);
        Files.writeString(folder.resolve("waivers.txt"), "# reasons\n\n" + waivers);
    }

    private void bill(String version) throws IOException {
        Files.writeString(folder.resolve("sbom.xml"), """
                <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>
                  <component type="library"><group>org.consilium</group><name>consilium-ejb</name><version>1</version></component>
                  <component type="library"><group>com.example</group><name>library</name><version>%s</version></component>
                </components></bom>
                """.formatted(version));
    }
}
