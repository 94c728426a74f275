package org.consilium.web.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scripts get the texts that they show, all of them, and no others. */
class ScriptTextsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern BLOCK = Pattern.compile("<con:texts keys=\"([^\"]*)\"");
    private static final Pattern CALL = Pattern.compile("\\btext\\('([^']*)'");
    private static final Pattern STRING = Pattern.compile("'([a-z]+(?:[.-]\\w+)+)'");

    private static final ResourceBundle TEXTS = new ListResourceBundle() {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"a.tag", "</script><b>"}, {"a.quote", "“so” or \"so\""}};
        }
    };

    @Test
    void isJsonThatCannotEndItsElement() {
        assertThat(ScriptTexts.block("a.tag a.quote", TEXTS::getString))
                .isEqualTo("<script type=\"application/json\" class=\"texts\">"
                        + "{\"a.tag\":\"\\u003c/script>\\u003cb>\",\"a.quote\":\"“so” or \\\"so\\\"\"}</script>");
    }

    @Test
    void aKeyWithoutTextIsAnError() {
        assertThatThrownBy(() -> ScriptTexts.block("a.tag no.key", TEXTS::getString))
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void pagesGiveExactlyTheTextsThatScriptsShow() throws IOException {
        Set<String> used = found(".js", STRING, Stream::of);
        used.retainAll(bundle());

        assertThat(found(".xhtml", BLOCK, keys -> Stream.of(keys.strip().split("\\s+", -1))))
                .isEqualTo(used)
                .isNotEmpty();
    }

    @Test
    void scriptsAskForTextsThatThereAre() throws IOException {
        assertThat(bundle()).containsAll(found(".js", CALL, Stream::of));
    }

    private static Set<String> bundle() {
        return ResourceBundle.getBundle("org.consilium.web.Words", Locale.ENGLISH)
                .keySet();
    }

    private static Set<String> found(String ending, Pattern pattern, Function<String, Stream<String>> parts)
            throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            Set<String> found = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                found.addAll(pattern.matcher(Files.readString(file))
                        .results()
                        .flatMap(match -> parts.apply(match.group(1)))
                        .collect(Collectors.toSet()));
            }
            return found;
        }
    }
}
