package org.consilium.web.care;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.AssertTrue;
import java.util.Objects;
import java.util.Optional;
import org.consilium.account.EmailAddress;
import org.consilium.account.password.WeakPasswordException;
import org.consilium.care.NewPatient;
import org.consilium.care.RegistrationService;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.account.ChosenPassword;
import org.consilium.web.account.VisitEnd;
import org.consilium.web.form.PatientFields;
import org.consilium.web.site.Done;
import org.consilium.web.site.Language;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.SiteBacking;
import org.jspecify.annotations.Nullable;

/** The form by which a person becomes a patient. */
@Named
@RequestScoped
public class CareRegisterBacking extends PatientFields {

    @Inject
    private RegistrationService registration;

    @Inject
    private HttpServletRequest request;

    @Inject
    private VisitEnd ends;

    @Inject
    private Navigation navigation;

    @Inject
    private ChosenPassword chosen;

    @Inject
    private SiteBacking site;

    @EmailAddress
    private @Nullable String email;

    @AssertTrue(message = "{org.consilium.web.care.agreed}")
    private boolean agreed;

    public void register() {
        Optional<String> password = chosen.find();
        if (password.isEmpty()) {
            return;
        }
        try {
            registration.register(
                    form(password.get()), Language.of(request).locale(), new ClientAddress(request.getRemoteAddr()));
            ends.end(request);
            navigation.to(Done.REGISTERED.at(site.getSignIn()));
        } catch (WeakPasswordException weak) {
            chosen.refuse(weak);
        } catch (LimitReachedException reached) {
            navigation.refuseForNow(null, "limit.registration", reached);
        }
    }

    private NewPatient form(String password) {
        return new NewPatient(first(), last(), birth(), Objects.requireNonNull(email), password, agreed);
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
