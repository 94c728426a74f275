package org.consilium.web.emergency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyOversightService;
import org.consilium.emergency.EmergencyRow;
import org.consilium.platform.Slice;
import org.consilium.web.address.Address;
import org.consilium.web.notice.LiveBacking;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** The privacy officers' list of emergency accesses, the newest first. */
@Named
@RequestScoped
public class EmergencyQueueBacking {

    @Inject
    private EmergencyOversightService emergencies;

    @Inject
    private LiveBacking live;

    @Inject
    @RequestParameter
    private @Nullable EmergencyId after;

    private @Nullable Slice<EmergencyRow> shown;

    public Slice<EmergencyRow> getAccesses() {
        if (shown == null) {
            live.begin();
            shown = emergencies.list(after);
        }
        return shown;
    }

    /** The address of everything about one. */
    public String addressOf(EmergencyRow access) {
        return Page.EMERGENCY_LETTER.of(access.id().value());
    }

    /** The address of the next rows. */
    public String getNext() {
        return Address.of(Page.EMERGENCIES.path())
                .with("after", getAccesses().next())
                .toString();
    }
}
