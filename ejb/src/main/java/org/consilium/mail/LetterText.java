package org.consilium.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The texts of letters, which differ only in the link. */
final class LetterText {
    /** The languages of letters; the first one gives the subject of a letter in all of them. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private static final String BUNDLE = "org.consilium.mail.Letters";
    private static final String PARAGRAPHS = "\n\n";
    private static final String BETWEEN = "\n\n---\n\n";
    private static final String TEMPLATE = resource("letter.html");
    private static final String SECTION = resource("section.html");

    private LetterText() {}

    /**
     * Writes a letter.
     *
     * @param languages one, or all
     * @param link where its link leads; it has nothing in it that HTML would take for markup
     */
    static Mail write(Letter letter, List<Locale> languages, String link) {
        List<Section> sections = languages.stream()
                .map(language -> Section.of(letter.kind(), language))
                .toList();
        String subject = sections.get(0).subject();
        return new Mail(
                letter.id().value(),
                letter.recipient(),
                letter.createdAt(),
                sections.stream().map(Section::language).collect(Collectors.joining(", ")),
                subject,
                sections.stream().map(section -> section.text(link)).collect(Collectors.joining(BETWEEN, "", "\n")),
                TEMPLATE.formatted(
                        sections.get(0).language(),
                        escaped(subject),
                        sections.stream().map(section -> section.html(link)).collect(Collectors.joining("<hr>"))));
    }

    /** The text of a letter in one language. */
    private record Section(String language, String subject, String text, String action, String footer) {
        static Section of(LetterKind kind, Locale language) {
            ResourceBundle words = ResourceBundle.getBundle(
                    BUNDLE,
                    language,
                    LetterText.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            String stem = kind.code() + ".";
            return new Section(
                    language.toLanguageTag(),
                    words.getString(stem + "subject"),
                    words.getString(stem + "text"),
                    words.getString(stem + "action"),
                    words.getString("footer"));
        }

        String text(String link) {
            return String.join(PARAGRAPHS, text, action + ":\n" + link, footer);
        }

        String html(String link) {
            String paragraphs = Arrays.stream(text.split(PARAGRAPHS, -1))
                    .map(paragraph -> "<p>" + escaped(paragraph) + "</p>")
                    .collect(Collectors.joining("\n"));
            return SECTION.formatted(language, paragraphs, link, escaped(action), escaped(footer));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(LetterText.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
