package org.consilium.web.profile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.consilium.account.EmailAddress;
import org.consilium.account.address.AddressChangeService;
import org.consilium.account.address.SameAddressException;
import org.consilium.account.fresh.Proof;
import org.consilium.account.fresh.WrongCodeException;
import org.consilium.account.fresh.WrongPasswordException;
import org.consilium.account.password.TypedPassword;
import org.consilium.account.settings.ProfileService;
import org.consilium.account.settings.SecondFactorService;
import org.consilium.limit.Limit;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ShortValue;
import org.consilium.web.site.Done;
import org.consilium.web.site.Language;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Where people ask for another e-mail address, which they then prove by a letter. */
@Named
@RequestScoped
public class ProfileAddressBacking {

    @Inject
    private AddressChangeService changes;

    @Inject
    private ProfileService profiles;

    @Inject
    private SecondFactorService factors;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    @EmailAddress
    private @Nullable String email;

    @NotNull
    @TypedPassword
    private @Nullable String password;

    @ShortValue
    private @Nullable String code;

    /** The present address. */
    public String getPresent() {
        return profiles.get().email();
    }

    /** Whether a code is needed besides the password. */
    public boolean isCodeNeeded() {
        return factors.get().app();
    }

    public void change() {
        try {
            changes.request(
                    new Proof(Objects.requireNonNull(password), code),
                    Objects.requireNonNull(email),
                    Language.of(request).locale());
            navigation.to(Done.ADDRESS_REQUESTED.at(Page.ACCOUNT.path()));
        } catch (SameAddressException same) {
            navigation.refuseAt("email", "profile.address.same");
        } catch (WrongPasswordException wrong) {
            navigation.refuseAt("password", "account.password.wrong");
        } catch (WrongCodeException wrong) {
            navigation.refuseAt("code", "account.code.wrong");
        } catch (LimitReachedException reached) {
            refuse(reached);
        }
    }

    private void refuse(LimitReachedException reached) {
        if (reached.limit() == Limit.PASSWORD_ACCOUNT) {
            navigation.refuseForNow("password", "limit.password", reached);
        } else {
            navigation.refuseForNow(null, "limit.step", reached);
        }
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
