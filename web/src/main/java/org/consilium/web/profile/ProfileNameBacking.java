package org.consilium.web.profile;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.consilium.account.LastName;
import org.consilium.account.NamePart;
import org.consilium.account.PersonName;
import org.consilium.account.settings.ProfileService;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.account.VisitStart;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Where people change their own name. The session is begun anew, as it has the name that pages show. */
@Named
@RequestScoped
public class ProfileNameBacking {

    @Inject
    private ProfileService profiles;

    @Inject
    private VisitStart starts;

    @Inject
    private Navigation navigation;

    @NamePart
    private @Nullable String firstName;

    @LastName
    private @Nullable String lastName;

    @PostConstruct
    void read() {
        PersonName name = profiles.get().name();
        firstName = name.first();
        lastName = name.last();
    }

    public void rename() {
        try {
            starts.beginSession(
                    profiles.rename(Objects.requireNonNullElse(firstName, ""), Objects.requireNonNull(lastName)));
            navigation.to(Done.NAME_CHANGED.at(Page.ACCOUNT.path()));
        } catch (LimitReachedException reached) {
            navigation.refuseForNow(null, "limit.step", reached);
        }
    }

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }
}
