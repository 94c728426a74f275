package org.consilium.web.compression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A compressed page is the same page, and its length tells nothing about the texts in it. */
class PageGzipTest {

    private static final String SECRET = "Suspected melanoma of the left forearm";
    private static final int PAGES = 200;

    private static byte[] compress(String page) {
        byte[] bytes = page.getBytes(UTF_8);
        return PageGzip.compress(bytes, bytes.length);
    }

    private static String expand(byte[] compressed) throws IOException {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(input.readAllBytes(), UTF_8);
        }
    }

    /** A page with a secret beside a text that an attacker has chosen: in another text, and in an address. */
    private static String page(String chosen) {
        return "<!DOCTYPE html><html><body><h1 class=\"title\">" + SECRET + "</h1><ul>"
                + "<li class=\"row\"><a href=\"/consultation/abc\">x</a></li>".repeat(10)
                + "<li class=\"row\"><a title=\"" + chosen + "\">" + chosen + "</a></li></ul></body></html>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "<",
                "<a",
                "<a href",
                "<a href=",
                "<a href=\"x",
                "<script>",
                "<script>var a = '</scr",
                "no markup at all",
                "<p>ungewöhnlich, 日本語, 🩺</p>",
                "<p class=x>unquoted</p><p class='y'>quoted</p>"
            })
    void whateverItIsComesBack(String page) throws IOException {
        assertThat(expand(compress(page))).isEqualTo(page);
    }

    static Stream<String> pages() {
        Random random = new Random(15);
        return Stream.generate(() -> randomPage(random)).limit(PAGES);
    }

    private static String randomPage(Random random) {
        String[] parts = {"<p class=\"text\">", "</p>", "<a href=\"", "\">", "</a>", "\n      ", SECRET, "é", "<b>", "x"
        };
        return IntStream.range(0, random.nextInt(8000))
                .mapToObj(i -> parts[random.nextInt(parts.length)])
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageComesBack(String page) throws IOException {
        assertThat(expand(compress(page))).isEqualTo(page);
    }

    @Test
    void markupIsCompressed() {
        String rows = "<li class=\"row card\"><p class=\"quiet-text\"></p></li>\n        ".repeat(100);
        assertThat(compress(rows)).hasSizeLessThan(rows.length() / 8);
    }

    /** The attack: of two guesses with the same letters, the one that is in the page would make it shorter. */
    @Test
    void aGuessThatIsRightMakesThePageNoShorter() {
        String wrong = new StringBuilder(SECRET).reverse().toString();
        assertThat(compress(page(SECRET))).hasSameSizeAs(compress(page(wrong)));
        assertThat(compress(page(SECRET.repeat(3)))).hasSameSizeAs(compress(page(wrong.repeat(3))));
    }

    @Test
    void theAttackWorksOnOrdinaryCompression() throws IOException {
        String wrong = new StringBuilder(SECRET).reverse().toString();
        assertThat(ordinary(page(SECRET))).hasSizeLessThan(ordinary(page(wrong)).length);
    }

    private static byte[] ordinary(String page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream output = new GZIPOutputStream(bytes)) {
            output.write(page.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** What a text adds to the length, in whole bytes, does not depend on what else is there. */
    @Test
    void textsAddUp() {
        int added = length(SECRET, "x") - length("x", "x");
        assertThat(length(SECRET, SECRET) - length("x", SECRET)).isCloseTo(added, within(1));
    }

    private static int length(String first, String second) {
        return compress("<p>" + first + "</p><p>" + second + "</p>").length;
    }

    @Test
    void theCodesAreComplete() {
        assertThat(PageCode.symbols().isComplete()).isTrue();
        assertThat(PageCode.distances().isComplete()).isTrue();
    }
}
