package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.consilium.account.fresh.Proof;
import org.consilium.account.fresh.WrongCodeException;
import org.consilium.account.fresh.WrongPasswordException;
import org.consilium.account.password.TypedPassword;
import org.consilium.account.password.WeakPasswordException;
import org.consilium.account.settings.PasswordService;
import org.consilium.account.settings.ProfileService;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ShortValue;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Where somebody who has signed in chooses another password. They stay signed in here, and nowhere else. */
@Named
@RequestScoped
public class AccountPasswordBacking {

    @Inject
    private PasswordService passwords;

    @Inject
    private ProfileService profiles;

    @Inject
    private VisitStart starts;

    @Inject
    private FreshForm fresh;

    @Inject
    private Navigation navigation;

    @Inject
    private ChosenPassword chosen;

    @TypedPassword
    private @Nullable String present;

    @ShortValue
    private @Nullable String code;

    /** Whether a code does instead of the password. */
    public boolean isCodeTaken() {
        return fresh.isCodeTaken();
    }

    /** The address of the account, for password managers. */
    public String getAddress() {
        return profiles.get().email();
    }

    public void change() {
        Optional<String> password = chosen.find();
        if (password.isEmpty()) {
            return;
        }
        try {
            change(password.get());
        } catch (WrongPasswordException wrong) {
            navigation.refuseAt("present", present == null ? "fresh.missing" : "account.password.wrong");
        } catch (WrongCodeException wrong) {
            navigation.refuseAt("code", "account.code.wrong");
        } catch (WeakPasswordException weak) {
            chosen.refuse(weak);
        } catch (LimitReachedException reached) {
            navigation.refuseForNow("present", "limit.password", reached);
        }
    }

    private void change(String password) {
        starts.beginSession(passwords.change(new Proof(present, code), password));
        navigation.to(Done.PASSWORD_REPLACED.at(Page.ACCOUNT.path()));
    }

    public @Nullable String getPresent() {
        return present;
    }

    public void setPresent(@Nullable String present) {
        this.present = present;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
