package org.consilium.web.compression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that somebody has typed counts as markup. */
class MarkupScannerTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(?:\\w+:)?([a-zA-Z-]+)=\"([^\"]*#\\{[^\"]*)\"");

    /** How pages name what people have typed. */
    private static final Pattern TYPED =
            Pattern.compile("typed|description|title\\(|name\\(|[nN]ame\\b|body\\(|\\.text|\\.email");

    /** The page with a dot for each byte that is no markup. */
    private static String shown(String page) {
        byte[] bytes = page.getBytes(UTF_8);
        boolean[] markup = MarkupScanner.markup(bytes, bytes.length);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            shown.append(markup[i] ? (char) bytes[i] : '.');
        }
        return shown.toString();
    }

    @Test
    void textsAreNoMarkup() {
        assertThat(shown("<p class=\"text\"> two  words\n </p>")).isEqualTo("<p class=\"text\"> ..........\n </p>");
    }

    @Test
    void valuesOfOtherAttributesAreNoMarkup() {
        assertThat(shown("<a href=\"/x\" title='a > b' class=\"y\">z</a>"))
                .isEqualTo("<a href=\"..\" title='.....' class=\"y\">.</a>");
        assertThat(shown("<input value=abc type=text>")).isEqualTo("<input value=... type=text>");
    }

    @Test
    void theHeadIsTheSameForEverybody() {
        assertThat(shown("<link href=\"/a.css\"/><script>{\"a\":\"<b>\"}</script>x"))
                .isEqualTo("<link href=\"/a.css\"/><script>{\"a\":\"<b>\"}</script>.");
    }

    @Test
    void timesAreNobodysWords() {
        assertThat(shown("<time title=\"Monday\"><span title=\"x\">9:00</span></time>x"))
                .isEqualTo("<time title=\"Monday\"><span title=\".\">9:00</span></time>.");
    }

    @Test
    void noPageHasTypedTextWhereMarkupIsExpected() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<String> pages = files.filter(path -> path.toString().endsWith(".xhtml"))
                    .map(MarkupScannerTest::read)
                    .toList();
            assertThat(pages).isNotEmpty();
            assertThat(pages.stream()
                            .flatMap(page -> ATTRIBUTE.matcher(page).results())
                            .filter(found -> MarkupScanner.OWN_ATTRIBUTES.contains(found.group(1)))
                            .filter(found -> TYPED.matcher(found.group(2)).find())
                            .map(found -> found.group()))
                    .isEmpty();
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
