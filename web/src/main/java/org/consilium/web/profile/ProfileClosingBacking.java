package org.consilium.web.profile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consilium.account.closing.ClosingService;
import org.consilium.account.closing.ClosingState;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Where people ask to close their account. */
@Named
@RequestScoped
public class ProfileClosingBacking {

    @Inject
    private ClosingService closings;

    @Inject
    private Navigation navigation;

    private @Nullable ClosingState state;

    public ClosingState getState() {
        if (state == null) {
            state = closings.get();
        }
        return state;
    }

    public void ask() {
        try {
            closings.ask();
            navigation.to(Done.CLOSING_REQUESTED.at(Page.ACCOUNT.path()));
        } catch (LimitReachedException reached) {
            navigation.refuseForNow(null, "limit.step", reached);
        }
    }

    public void takeBack() {
        try {
            closings.takeBack();
            navigation.to(Done.CLOSING_WITHDRAWN.at(Page.ACCOUNT.path()));
        } catch (LimitReachedException reached) {
            navigation.refuseForNow(null, "limit.step", reached);
        }
    }
}
