package org.consilium.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.Requires;
import org.consilium.limit.NotLimited;

/** Lets people choose when they get letters about something new. */
@Stateless
public class NotificationSettingsService {

    @Inject
    private StoredSettings settings;

    @Inject
    private Notifications notifications;

    @Inject
    private Callers callers;

    @Requires(Action.SEE_ACCOUNT)
    @NotLimited("it reads one row of the caller's own account, from the primary: a change must be seen at once")
    public NotificationSettings get() {
        return settings.find(callers.get().accountKey());
    }

    /** Stores the caller's choice. It applies to letters that are due already, too. */
    @Requires(Action.CHANGE_NOTIFICATIONS)
    @NotLimited("it sets one row of the caller's own account")
    public void choose(NotificationSettings chosen) {
        long account = callers.get().accountKey();
        settings.save(account, chosen);
        if (chosen.timing() == Timing.NEVER) {
            notifications.forget(account);
        }
    }
}
