package org.consilium.web.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import org.consilium.mail.LetterId;
import org.consilium.mail.LetterService;
import org.consilium.mail.UndeliveredLetter;
import org.consilium.web.address.Address;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.PressedRow;
import org.jspecify.annotations.Nullable;

/** The letters that were given up, which an administrator sends again, or removes. */
@Named
@RequestScoped
public class MailLettersBacking {

    @Inject
    private LetterService letters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    private @Nullable List<UndeliveredLetter> undelivered;

    public List<UndeliveredLetter> getUndelivered() {
        if (undelivered == null) {
            undelivered = letters.undelivered();
        }
        return undelivered;
    }

    public void sendAgain() {
        change(Done.SENT_AGAIN, "again", letters::sendAgain);
    }

    public void discard() {
        change(Done.DISCARDED, "discard", letters::discard);
    }

    private void change(Done done, String button, Consumer<LetterId> step) {
        step.accept(new LetterId(PressedRow.of(request, button)));
        navigation.to(done.at(Address.shown(request).toString()));
    }
}
