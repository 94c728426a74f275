package org.consilium.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of letters are complete in each language, and do not mention a person or their health. */
class LetterTextTest {
    private static final String LINK = "https://portal.example/page?token=A-_9";
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    /** Words of both languages that nobody must see on a lock screen, or in a mailbox. */
    private static final Pattern HEALTH = Pattern.compile(
            "(?i)\\b(health|hospital|ill\\b|symptom|disease|treatment|diagnos|patient|doctor|nurse|clinic|consultation|photo|"
                    + "salud|enferm|síntoma|tratamiento|diagnós|paciente|médic|clínica|consulta\\b|foto)");

    static Stream<Arguments> letters() {
        return Stream.of(LetterKind.values())
                .flatMap(kind -> LetterText.LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
    }

    private static Mail write(LetterKind kind, List<Locale> languages) {
        return LetterText.write(new Letter(kind, "anyone@example.org", null, NOW), languages, LINK);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void saysTheSameAsTextAndAsHtml(LetterKind kind, Locale language) {
        Mail mail = write(kind, List.of(language));
        assertThat(mail.subject()).isNotBlank();
        assertThat(mail.text()).contains(LINK);
        assertThat(mail.html()).contains("lang=\"" + language + "\"", "<a href=\"" + LINK + "\"");
        String words = mail.html()
                .replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        assertThat(words.replaceAll("\\s+", " ").strip())
                .isEqualTo(mail.text()
                        .replace(":\n" + LINK, "")
                        .replaceAll("\\s+", " ")
                        .strip());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void saysNothingOfHealth(LetterKind kind, Locale language) {
        Mail mail = write(kind, List.of(language));
        assertThat(mail.subject() + mail.text()).doesNotContainPattern(HEALTH);
    }

    @Test
    void isWrittenInAllLanguagesIfTheReadersIsNotKnown() {
        Mail mail = write(LetterKind.INVITATION, LetterText.LANGUAGES);
        assertThat(mail.language()).isEqualTo("en, es");
        assertThat(mail.text()).contains("Accept the invitation", "Aceptar la invitación");
        assertThat(mail.html()).contains("<div lang=\"en\">", "<div lang=\"es\">");
    }

    @Test
    void differsBetweenTheLanguages() {
        for (LetterKind kind : LetterKind.values()) {
            Set<String> texts = new TreeSet<>();
            LetterText.LANGUAGES.forEach(
                    language -> texts.add(write(kind, List.of(language)).text()));
            assertThat(texts).as(kind.name()).hasSameSizeAs(LetterText.LANGUAGES);
        }
    }

    @Test
    void noAddressAddsALine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mail("id", "a@example.org\r\nBcc: b@example.org", NOW, "en", "b", "c", "d"));
    }
}
