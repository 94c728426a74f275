package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.consilium.mail.Mail;
import org.consilium.platform.IsolatedText;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The e-mail with the link of an invitation, in all languages: nobody knows yet which one the person reads. The link
 * begins with the configured address, because a request can name any host.
 */
@ApplicationScoped
public class InvitationMail {
    /** The path of the page on which invitations are accepted. */
    public static final String PATH = "/invitation";

    /** The parameter with the token. */
    public static final String PARAMETER = "token";

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));
    private static final String BUNDLE = "org.consilium.account.Mails";
    private static final String BETWEEN = "\n\n---\n\n";

    private String address;

    @SuppressWarnings("NullAway.Init") // CDI's proxy has no state
    protected InvitationMail() {}

    @Inject
    InvitationMail(@ConfigProperty(name = "consilium.web.address") String address) {
        this.address = address;
    }

    Mail to(String email, PersonName name, String token) {
        String link = address + PATH + '?' + PARAMETER + '=' + token;
        String text = LANGUAGES.stream()
                .map(language -> text(language, "text").formatted(IsolatedText.of(name.full()), link))
                .collect(Collectors.joining(BETWEEN, "", "\n"));
        return new Mail(email, text(Locale.ENGLISH, "subject"), text);
    }

    private static String text(Locale language, String key) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        InvitationMail.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString("invitation." + key);
    }
}
