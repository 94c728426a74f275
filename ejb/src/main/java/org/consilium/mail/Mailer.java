package org.consilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands over e-mail: to a folder if one is configured, otherwise to Amazon SES. */
@ApplicationScoped
public class Mailer {
    @Inject
    @ConfigProperty(name = "consilium.mail.folder")
    private Optional<String> folder;

    @Inject
    @ConfigProperty(name = "consilium.mail.from")
    private String from;

    @Inject
    private SesMail ses;

    /**
     * Hands over one e-mail. Call it last in a transaction: what is rolled back afterwards cannot be called back.
     *
     * @throws MailUnavailableException when it is not accepted, after a few seconds at most
     */
    public void send(Mail mail) {
        if (folder.isPresent()) {
            MailFolder.add(Path.of(folder.get()), from, mail);
        } else {
            ses.send(from, mail);
        }
    }
}
