package org.consilium.web.profile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import org.consilium.account.settings.ProfileService;
import org.consilium.platform.ShortValue;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.zone.ReaderZone;
import org.jspecify.annotations.Nullable;

/** Where people choose the time zone in which they read times, or that of their device. */
@Named
@RequestScoped
public class ProfileZoneBacking {

    @Inject
    private ProfileService profiles;

    @Inject
    private ReaderZone zone;

    @Inject
    private Navigation navigation;

    @ShortValue
    private @Nullable String chosen;

    private boolean read;

    public List<String> getZones() {
        return ReaderZone.names();
    }

    public void choose() {
        ZoneId known = chosen == null ? null : ReaderZone.named(chosen).orElse(null);
        if (chosen != null && known == null) {
            navigation.refuseAt("chosen", "profile.zone.unknown");
            return;
        }
        profiles.readTimesIn(known);
        zone.choose(known);
        navigation.to(Done.ZONE_CHANGED.at(Page.ACCOUNT.path()));
    }

    /** The name of the zone; null for that of the device. */
    public @Nullable String getChosen() {
        if (!read && chosen == null) {
            chosen = zone.getChosen();
        }
        return chosen;
    }

    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen;
        read = true;
    }
}
