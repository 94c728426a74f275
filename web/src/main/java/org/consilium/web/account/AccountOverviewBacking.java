package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.consilium.account.settings.Profile;
import org.consilium.account.settings.ProfileService;
import org.consilium.account.settings.SecondFactorService;
import org.consilium.account.settings.SecondFactorState;
import org.consilium.web.site.Done;
import org.consilium.web.site.Language;
import org.consilium.web.site.LanguageCookie;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** What people see and change of their own accounts. */
@Named
@RequestScoped
public class AccountOverviewBacking {

    @Inject
    private ProfileService profiles;

    @Inject
    private SecondFactorService factors;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    private @Nullable Profile profile;
    private @Nullable SecondFactorState state;

    @NotNull
    private @Nullable Language language;

    public Profile getProfile() {
        if (profile == null) {
            profile = profiles.get();
        }
        return profile;
    }

    public SecondFactorState getFactors() {
        if (state == null) {
            state = factors.get();
        }
        return state;
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    /** The language of letters from now on, and of pages in this browser. */
    public void read() {
        Language chosen = Objects.requireNonNull(language);
        profiles.readIn(chosen.locale());
        LanguageCookie.set(chosen, request, navigation.response());
        navigation.to(Done.LANGUAGE_CHANGED.at(Page.ACCOUNT.path()));
    }

    /** The language of letters; of this page, if none was ever chosen. */
    public @Nullable Language getLanguage() {
        if (language == null) {
            language = getProfile().language().flatMap(Language::of).orElseGet(() -> Language.of(request));
        }
        return language;
    }

    public void setLanguage(@Nullable Language language) {
        this.language = language;
    }
}
