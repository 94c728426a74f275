package org.consilium;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.access.Role;
import org.consilium.account.factor.SecondFactorPolicy;
import org.consilium.limit.Limit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Every configuration key is declared once, with its meaning, and stands in the README with it. */
class ConfigurationTest {

    private static final Path REGISTRY = Path.of("src/main/resources/META-INF/microprofile-config.properties");
    private static final Path README = Path.of("../README.md");
    private static final Pattern DECLARED = Pattern.compile("# (.+)\\R#?(consilium\\.[a-z.-]+)=(.*)");

    @Test
    void everyKeyThatTheCodeReadsIsDeclared() throws IOException {
        Set<String> read = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.consilium").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.isAnnotatedWith(ConfigProperty.class))
                        .map(JavaField::reflect)
                        .map(field -> field.getAnnotation(ConfigProperty.class).name())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(read).isNotEmpty().isSubsetOf(keys(Files.readString(REGISTRY)));
        assertThat(Arrays.stream(Limit.values()).map(Limit::setting)).isSubsetOf(keys(Files.readString(REGISTRY)));
        assertThat(Arrays.stream(Role.values()).map(SecondFactorPolicy::setting))
                .isSubsetOf(keys(Files.readString(REGISTRY)));
    }

    @Test
    void theReadmeTellsEachKeyWithItsDefaultAndMeaning() throws IOException {
        String readme = Files.readString(README);
        Matcher declared = DECLARED.matcher(Files.readString(REGISTRY));
        int rows = 0;
        while (declared.find()) {
            String value = declared.group(3).isEmpty() ? "" : "`" + declared.group(3) + "`";
            assertThat(readme).contains("| `" + declared.group(2) + "` | " + value + " | " + declared.group(1) + " |");
            rows++;
        }
        assertThat(rows).isEqualTo(keys(Files.readString(REGISTRY)).size());
        assertThat(readme.lines().filter(line -> line.startsWith("| `consilium.")))
                .hasSize(rows);
    }

    private static Set<String> keys(String registry) {
        Matcher key = Pattern.compile("(?m)^#?(consilium\\.[a-z.-]+)=").matcher(registry);
        return key.results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
