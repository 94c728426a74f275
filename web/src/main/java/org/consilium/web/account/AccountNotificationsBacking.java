package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.notification.NotificationSettings;
import org.consilium.notification.NotificationSettingsService;
import org.consilium.notification.QuietHours;
import org.consilium.notification.Timing;
import org.consilium.platform.ShortValue;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** When people get letters about something new. */
@Named
@RequestScoped
public class AccountNotificationsBacking {

    private static final int HOURS_OF_DAY = 24;

    @Inject
    private NotificationSettingsService service;

    @Inject
    private Navigation navigation;

    private boolean loaded;

    @NotNull
    @ShortValue
    private @Nullable String timing;

    private @Nullable Integer from;
    private @Nullable Integer until;

    /** The names of the choices. */
    public List<String> getTimings() {
        return Stream.of(Timing.values()).map(Timing::name).toList();
    }

    public List<Integer> getHours() {
        return IntStream.range(0, HOURS_OF_DAY).boxed().toList();
    }

    public void choose() {
        Timing chosen = Timing.valueOf(Objects.requireNonNull(timing));
        if (from == null && until == null) {
            save(new NotificationSettings(chosen, null));
        } else if (from == null || until == null || from.equals(until)) {
            navigation.refuseAt("until", "account.notifications.quiet.two");
        } else {
            save(new NotificationSettings(chosen, new QuietHours(from, until)));
        }
    }

    private void save(NotificationSettings chosen) {
        service.choose(chosen);
        navigation.to(Done.NOTIFICATIONS_CHANGED.at(Page.ACCOUNT.path()));
    }

    /** What is stored, once, before a form changes it: one that is refused shows what was chosen there. */
    private void load() {
        if (!loaded) {
            NotificationSettings stored = service.get();
            QuietHours quiet = stored.quiet();
            timing = stored.timing().name();
            from = quiet == null ? null : quiet.from();
            until = quiet == null ? null : quiet.until();
            loaded = true;
        }
    }

    public @Nullable String getTiming() {
        load();
        return timing;
    }

    public void setTiming(@Nullable String timing) {
        load();
        this.timing = timing;
    }

    /** The hour in which quiet hours begin; null without any. */
    public @Nullable Integer getFrom() {
        load();
        return from;
    }

    public void setFrom(@Nullable Integer from) {
        load();
        this.from = from;
    }

    /** The hour at whose beginning quiet hours end; null without any. */
    public @Nullable Integer getUntil() {
        load();
        return until;
    }

    public void setUntil(@Nullable Integer until) {
        load();
        this.until = until;
    }
}
