package org.consilium.web.emergency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.consilium.account.Reason;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyOversightService;
import org.consilium.emergency.EmergencyRow;
import org.consilium.emergency.LetterDecidedException;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;
import org.jspecify.annotations.Nullable;

/** One emergency access, and whether its patient is told by letter: at once, in time, or not now. */
@Named
@RequestScoped
public class EmergencyLetterBacking {

    @Inject
    private EmergencyOversightService emergencies;

    @Inject
    private PageRecord record;

    @Inject
    private Navigation navigation;

    private @Nullable EmergencyRow access;

    @Reason
    private @Nullable String reason;

    public EmergencyRow getAccess() {
        if (access == null) {
            access = emergencies.get(id());
        }
        return access;
    }

    private EmergencyId id() {
        return new EmergencyId(record.getId());
    }

    public void hold() {
        decide(Done.LETTER_HELD, () -> emergencies.holdLetter(id(), Objects.requireNonNull(reason)));
    }

    public void letGo() {
        decide(Done.LETTER_LET_GO, () -> emergencies.sendLetter(id()));
    }

    private void decide(Done done, Runnable step) {
        try {
            step.run();
            navigation.to(done.at(Page.EMERGENCY_LETTER.of(record.getId())));
        } catch (LetterDecidedException otherwise) {
            access = null;
            navigation.refuse("emergency.letter.decided");
        }
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
