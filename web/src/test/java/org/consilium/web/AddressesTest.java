package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.web.site.Navigation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses are built in one place, and every step leads to one. */
class AddressesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern QUERY_IN_SOURCE = Pattern.compile("\"[^\"\\n]*[?&][a-z-]+=[^\"\\n]*\"");

    private static final Pattern QUERY_IN_PAGE = Pattern.compile("(?:href|action|src)=\"[^\"]*\\?(?! )[^\"]*=[^\"]*\"");

    /** Of the tag for buttons, and of buttons in lists. */
    private static final Pattern STEP =
            Pattern.compile("bean=\"#\\{(\\w+)}\"\\s+step=\"(\\w+)\"|action=\"#\\{(\\w+)\\.(\\w+)(?:\\(\\))?}\"");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.consilium.web");

    @Test
    void noOtherClassWritesAQuery() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path source : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                assertThat(QUERY_IN_SOURCE
                                .matcher(Files.readString(source))
                                .results()
                                .map(MatchResult::group))
                        .as("%s", source)
                        .isEmpty();
            }
        }
        assertThat(CLASSES)
                .filteredOn(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> used.getTargetClass().getName().equals("java.net.URLEncoder")))
                .extracting(JavaClass::getSimpleName)
                .containsExactly("Address");
    }

    @ParameterizedTest
    @MethodSource("org.consilium.web.PagesTest#pages")
    void noPageWritesAQuery(Path page) throws IOException {
        assertThat(QUERY_IN_PAGE.matcher(Files.readString(page)).results().map(MatchResult::group))
                .as("%s", page)
                .isEmpty();
    }

    @Test
    void everyStepOfAPageLeadsToAnAddress() throws IOException {
        Set<String> steps = new TreeSet<>();
        for (Path page : (Iterable<Path>) PagesTest.pages()::iterator) {
            STEP.matcher(Files.readString(page)).results().forEach(found -> steps.add(nameOf(found)));
        }
        assertThat(steps)
                .hasSizeGreaterThan(10)
                .allSatisfy(step -> assertThat(leads(method(step), new HashSet<>()))
                        .as("%s ends with Navigation.to", step)
                        .isTrue());
    }

    private static String nameOf(MatchResult found) {
        return found.group(1) == null ? found.group(3) + "." + found.group(4) : found.group(1) + "." + found.group(2);
    }

    private static JavaMethod method(String step) {
        String bean = step.substring(0, 1).toUpperCase(Locale.ROOT) + step.substring(1, step.indexOf('.'));
        return CLASSES.stream()
                .filter(type -> type.getSimpleName().equals(bean))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals(step.substring(step.indexOf('.') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method " + step));
    }

    /** Whether the method, or another of its class that it calls, leads to an address. */
    private static boolean leads(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Navigation.class)
                                ? call.getName().equals("to")
                                : call.getTargetOwner().equals(method.getOwner())
                                        && call.getTarget()
                                                .resolveMember()
                                                .map(target -> leads(target, seen))
                                                .orElse(false));
    }
}
