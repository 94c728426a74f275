package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.web.form.SecretInput;
import org.consilium.web.site.Done;
import org.consilium.web.site.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages hold no text of their own, speak both languages alike, and have the bean of their name. */
class PagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path TEXTS = Path.of("src/main/resources");

    /** Between tags, once expressions and entities are gone, only signs may be left. */
    private static final Pattern LITERAL = Pattern.compile(">([^<]*\\p{L}{2,}[^<]*)<");

    private static final Pattern KEY = Pattern.compile("words\\['([a-zA-Z0-9_.-]+)'\\]");

    /** The same in components, which have their own names besides. */
    private static final Pattern KEY_OF_TAG = Pattern.compile("\"(?!consilium)([a-z]+(?:\\.[a-z-]+)+)\"");

    /** The product's name, and the names of languages in themselves, are no translations. */
    private static final Set<String> NAMES = Set.of("Consilium");

    @ParameterizedTest
    @ValueSource(strings = {"org/consilium/web/Words", "org/consilium/web/FacesMessages", "ValidationMessages"})
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        Properties english = texts(bundle, "en");
        Properties spanish = texts(bundle, "es");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(spanish.values()).noneMatch(text -> text.toString().isBlank());
    }

    /** The script adds the question mark, after the name that may follow. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void questionsBeforeAStepHaveNoQuestionMark(String language) throws IOException {
        Properties words = texts("org/consilium/web/Words", language);
        assertThat(words.stringPropertyNames())
                .filteredOn(key -> key.endsWith(".ask"))
                .isNotEmpty()
                .noneMatch(key -> words.getProperty(key).endsWith("?"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageHoldsText(Path page) throws IOException {
        String source = Files.readString(page)
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("#\\{[^}]*\\}", "")
                .replaceAll("&#?\\w+;", "");
        List<String> literals = LITERAL.matcher(source)
                .results()
                .map(found -> found.group(1).strip())
                .filter(text -> NAMES.stream().noneMatch(text::contains))
                .toList();

        assertThat(literals).as("texts in %s", page).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTextOfAPageIsInTheBundle(Path page) throws IOException {
        assertThat(texts("org/consilium/web/Words", "en").stringPropertyNames()).containsAll(used(KEY, page));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyTextOfAComponentIsInTheBundle(Path tag) throws IOException {
        assertThat(texts("org/consilium/web/Words", "en").stringPropertyNames()).containsAll(used(KEY_OF_TAG, tag));
    }

    private static Set<String> used(Pattern key, Path source) throws IOException {
        return key.matcher(Files.readString(source))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noComponentHoldsText(Path tag) throws IOException {
        assertThat(Files.readString(tag).replace("text(\"Consilium\")", ""))
                .as("%s", tag)
                .doesNotContainPattern("text\\(\"[^\"]*\\p{L}{2,}");
    }

    @ParameterizedTest
    @MethodSource("org.consilium.web.site.Done#values")
    void whatWasDoneHasAText(Done done) throws IOException {
        assertThat(texts("org/consilium/web/Words", "en").stringPropertyNames()).contains("done." + done.code());
    }

    @ParameterizedTest
    @MethodSource("org.consilium.web.site.Page#values")
    void aPageHasItsViewAndTheBeanOfItsName(Page page) throws IOException {
        Path view = PAGES.resolve(page.view().substring(1));
        String feature = view.getName(view.getNameCount() - 2).toString();
        String stem = view.getFileName().toString().replace(".xhtml", "");
        String bean = feature + capital(stem) + "Backing";
        Path source = Path.of("src/main/java/org/consilium/web", feature, capital(bean) + ".java");

        assertThat(view).exists();
        assertThat(Files.exists(source))
                .as("%s for %s", source, view)
                .isEqualTo(Files.readString(view).contains(bean) || usesBeanInParts(view, bean));
        assertThat(Files.exists(source) || feature.equals("site")).isTrue();
    }

    /** The server would lead to the folder before any filter sees the request. */
    @ParameterizedTest
    @MethodSource("org.consilium.web.site.Page#values")
    void aPageWithTheNameOfAFolderIsMappedExactly(Page page) throws IOException {
        if (!page.path().equals("/")
                && Files.isDirectory(PAGES.resolve(page.path().substring(1)))) {
            assertThat(Files.readString(PAGES.resolve("WEB-INF/web.xml")))
                    .contains("<url-pattern>" + page.path() + "</url-pattern>");
        }
    }

    /** Otherwise it would be in another time zone than the rest, or in one that is not named. */
    @ParameterizedTest
    @MethodSource("pages")
    void timesHaveTheTagForThem(Path page) throws IOException {
        assertThat(Files.readString(page))
                .as("%s", page)
                .doesNotContain("<time")
                .doesNotContainPattern("times\\.(?!day\\(|clock\\(|today|now)")
                .doesNotContainPattern("(?<!value=\"|with=\")#\\{[\\w.()]*(?:[aA]t|Since|Until|now)(?:\\(\\))?}");
    }

    /** What is typed would be in the address, and so in logs. */
    @ParameterizedTest
    @MethodSource("pages")
    void noFormIsSentInTheAddress(Path page) throws IOException {
        assertThat(Files.readString(page)).as("%s", page).doesNotContainPattern("<form\\b(?![^>]*method=\"post\")");
    }

    /** A form that one person has left open is not sent in the name of the next; Faces adds the field to its own. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyPlainFormSaysWhoseItIs(Path page) throws IOException {
        assertThat(Files.readString(page))
                .as("%s", page)
                .doesNotContainPattern("<form\\b[^>]*>(?!\\s*<input type=\"hidden\" name=\"shown-to\")");
    }

    /** Only the browser knows whether a draft is left: the text is shown by its script alone. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thatATextIsKeptIsSaidByOneTextAlone(String language) throws IOException {
        String promise = texts("org/consilium/web/Words", language).getProperty("form.kept");
        assertThat(texts("org/consilium/web/Words", language).values())
                .filteredOn(text -> text.toString().contains(promise))
                .containsExactly(promise);
    }

    /** The component of passwords keeps none; another one would. */
    @ParameterizedTest
    @MethodSource("pages")
    void passwordsHaveTheComponentForThem(Path page) throws IOException {
        assertThat(Files.readString(page)).as("%s", page).doesNotContain("redisplay", "pt:type=\"password\"");
        assertThat(Files.readString(PAGES.resolve("WEB-INF/faces-config.xml")))
                .containsPattern("jakarta\\.faces\\.HtmlInputSecret</component-type>\\s*<component-class>"
                        + SecretInput.class.getName() + "<");
    }

    @Test
    void noPageHasInlineStyleOrScript() throws IOException {
        for (Path page : pages().toList()) {
            assertThat(Files.readString(page)).as("%s", page).doesNotContain("style=\"", "<script", "onclick=");
        }
    }

    private static boolean usesBeanInParts(Path view, String bean) throws IOException {
        Path parts = view.resolveSibling("parts");
        if (!Files.isDirectory(parts)) {
            return false;
        }
        try (Stream<Path> files = Files.list(parts)) {
            for (Path part : (Iterable<Path>) files::iterator) {
                if (Files.readString(part).contains(bean)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The components that are written in Java. */
    static Stream<Path> tags() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/consilium/web"))) {
            return files.filter(file -> file.toString().endsWith("Tag.java")).toList().stream();
        }
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList().stream();
        }
    }

    private static Properties texts(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(bundle + "_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
