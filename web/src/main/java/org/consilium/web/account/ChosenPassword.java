package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consilium.access.Role;
import org.consilium.account.factor.SecondFactorPolicy;
import org.consilium.account.password.Password;
import org.consilium.account.password.PasswordForms;
import org.consilium.account.password.TypedPassword;
import org.consilium.account.password.WeakPasswordException;
import org.consilium.web.site.Language;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/** A new password, typed twice: the fields of {@code con:chosen-password} on every page where one is chosen. */
@Named
@RequestScoped
public class ChosenPassword {

    @Inject
    private SecondFactorPolicy secondFactors;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    @Password
    private @Nullable String password;

    @TypedPassword
    private @Nullable String repeated;

    /** The password; empty if it was not typed the same way twice, which the page then says. */
    public Optional<String> find() {
        if (PasswordForms.areSame(password, repeated)) {
            return Optional.ofNullable(password);
        }
        navigation.refuseAt("repeated", "care.register.repeated.differs");
        return Optional.empty();
    }

    /** Shows why the password is refused. */
    public void refuse(WeakPasswordException weak) {
        navigation.refuseAt("password", "account.password." + weak.reason(), weak.min());
    }

    /** The text that says how people of a role choose one. */
    public String hint(Role role) {
        int min = secondFactors.isRequired(role) ? Password.MIN_WITH_SECOND_FACTOR : Password.MIN;
        return Words.in(Language.of(request)).get("account.password.hint", min);
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getRepeated() {
        return repeated;
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = repeated;
    }
}
