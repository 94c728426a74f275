package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.consilium.account.Password;
import org.consilium.account.PasswordForms;
import org.consilium.account.TypedPassword;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/** A new password, typed twice: the fields of {@code con:chosen-password} on every page where one is chosen. */
@Named
@RequestScoped
public class ChosenPassword {

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
