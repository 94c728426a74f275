package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.web.form.LineInput;
import org.consilium.web.form.TextInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts of people come in and go out in one way: fields clean what is typed, and pages isolate what they show of it, by
 * {@code con:typed}, in an element with {@code dir="auto"} of its own, or, in an attribute, by {@code typed.line}.
 */
class TypedTextsTest {

    private static final Path PAGES = Path.of("src/main/webapp");

    /** Texts in records that nobody has typed: ids, drawings, and secrets. */
    private static final Set<String> MADE = Set.of(
            "value", "next", "earlier", "json", "type", "sha256", "outline", "secret", "link", "ticket", "handle",
            "look", "address");

    private static final Set<String> TYPED = typedTexts();

    /** The same in backing beans. */
    private static final Pattern OF_BEANS = Pattern.compile("\\b(site|accountInvitationBacking)\\.name\\b");

    /** Where text is isolated, and where it is only looked at. */
    private static final List<String> ISOLATED = List.of(
            "<con:(typed|username) [^>]*/>",
            "dir=\"auto\">#\\{[^}]*\\}</",
            "typed\\.line\\([^()]*(\\(\\)[^()]*)*\\)",
            "(faces:)?rendered=\"[^\"]*\"",
            "<ui:(repeat|param) [^>]*>",
            "empty [\\w.()]+",
            "[\\w.()]+ (==|!=|eq|ne) null");

    /** What a component writes as it is; calls within may have arguments with calls of their own. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\.text|attribute)\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)");

    @ParameterizedTest
    @MethodSource("org.consilium.web.PagesTest#pages")
    void pagesIsolateWhatPeopleHaveTyped(Path page) throws IOException {
        String source = Files.readString(page);
        for (String allowed : ISOLATED) {
            source = source.replaceAll(allowed, "");
        }
        Pattern typed = Pattern.compile("\\.(" + String.join("|", TYPED) + ")\\(\\)(?!\\.\\w+\\(\\))");
        List<String> bare = Pattern.compile("#\\{[^}]*\\}")
                .matcher(source)
                .results()
                .map(found -> found.group())
                .filter(expression -> typed.matcher(expression).find()
                        || OF_BEANS.matcher(expression).find())
                .toList();

        assertThat(bare).as("texts of people in %s", page).isEmpty();
    }

    /** Components write what people have typed by {@code Markup.typed} and {@code Markup.typedText}. */
    @ParameterizedTest
    @MethodSource("org.consilium.web.PagesTest#tags")
    void componentsIsolateWhatPeopleHaveTyped(Path tag) throws IOException {
        String source = Files.readString(tag).replaceAll("IsolatedText\\.of\\([\\w.]+(\\(\\))?\\)", "");
        Pattern typed = Pattern.compile("\\.(" + String.join("|", TYPED) + ")\\(\\)");
        List<String> bare = WRITTEN.matcher(source)
                .results()
                .map(found -> found.group())
                .filter(call -> typed.matcher(call).find())
                .toList();

        assertThat(bare).as("texts of people in %s", tag).isEmpty();
    }

    @Test
    void theServicesGiveTextsOfPeople() {
        assertThat(TYPED)
                .contains("title", "author", "description", "proposer", "email", "body", "full", "patient", "team")
                .doesNotContainAnyElementsOf(MADE);
    }

    @Test
    void fieldsCleanWhatIsTyped() throws IOException {
        assertThat(Files.readString(PAGES.resolve("WEB-INF/faces-config.xml")))
                .containsPattern(
                        "HtmlInputText</component-type>\\s*<component-class>" + LineInput.class.getName() + "<")
                .containsPattern(
                        "HtmlInputTextarea</component-type>\\s*<component-class>" + TextInput.class.getName() + "<");
    }

    /** The servlet of searches cleans the only text that no component reads. */
    @ParameterizedTest
    @MethodSource("org.consilium.web.PagesTest#pages")
    void textsAreReadByComponents(Path page) throws IOException {
        List<String> fields = Pattern.compile("<(input|textarea)\\b[^>]*\\bname=[^>]*>")
                .matcher(Files.readString(page))
                .results()
                .map(found -> found.group())
                .filter(field -> !field.contains("name=\"text\" type=\"search\"") && !field.contains("type=\"hidden\""))
                .toList();

        assertThat(fields).as("%s", page).isEmpty();
    }

    /** The names of texts in all records of the services, and of a person's whole name. */
    private static Set<String> typedTexts() {
        Stream<String> texts = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(
                                "org.consilium.account",
                                "org.consilium.care",
                                "org.consilium.consultation",
                                "org.consilium.image",
                                "org.consilium.notice",
                                "org.consilium.privacy.disclosure",
                                "org.consilium.privacy.question")
                        .stream()
                        .map(type -> type.reflect())
                        .filter(Class::isRecord)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .filter(component -> component.getType() == String.class)
                        .map(RecordComponent::getName)
                        .filter(name -> !MADE.contains(name));
        return Stream.concat(texts, Stream.of("full")).collect(Collectors.toCollection(TreeSet::new));
    }
}
