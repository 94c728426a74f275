package org.consilium.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.mail.Mail;
import org.junit.jupiter.api.Test;

/** The e-mail of an invitation says the same in each language, and shows its link to nobody but its reader. */
class InvitationMailTest {

    private final Mail mail = new InvitationMail("https://clinic.example.org")
            .to("ivo@example.org", new PersonName("Ivo", "Invited"), "secret");

    @Test
    void hasTheLinkInEachLanguage() {
        String link = "\n\nhttps://clinic.example.org/invitation?token=secret\n\n";
        assertThat(mail.to()).isEqualTo("ivo@example.org");
        assertThat(mail.text().split(java.util.regex.Pattern.quote(link), -1)).hasSize(3);
        assertThat(mail.text()).contains("Hello Ivo Invited,", "Hola, Ivo Invited:", "7 days", "7 d\u00edas");
    }

    @Test
    void isNotWrittenOutByAccident() {
        assertThat(mail).hasToString("Mail");
    }
}
