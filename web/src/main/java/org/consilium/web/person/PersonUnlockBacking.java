package org.consilium.web.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.consilium.account.PeopleService;
import org.consilium.account.Reason;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/** Lets somebody in again whom wrong passwords have locked out. */
@Named
@RequestScoped
public class PersonUnlockBacking {

    @Inject
    private PeopleService people;

    @Inject
    private PersonDetailsBacking page;

    @Inject
    private Navigation navigation;

    @Reason
    private @Nullable String reason;

    public void unlock() {
        people.unlock(page.getId(), Objects.requireNonNull(reason));
        navigation.to(Done.UNLOCKED.at(page.getPath()));
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
