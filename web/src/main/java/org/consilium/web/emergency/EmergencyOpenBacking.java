package org.consilium.web.emergency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.account.Reason;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyOpenException;
import org.consilium.emergency.EmergencyReason;
import org.consilium.emergency.EmergencyService;
import org.consilium.emergency.NewEmergency;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Opens the consultations of the patient whom the search has found, with a reason. */
@Named
@RequestScoped
public class EmergencyOpenBacking {

    @Inject
    private EmergencyService emergencies;

    @Inject
    private EmergencySearchBacking page;

    @Inject
    private FreshForm fresh;

    @Inject
    private Navigation navigation;

    @NotNull
    private @Nullable Integer number = 1;

    @NotNull
    private @Nullable EmergencyReason reason;

    @Reason
    private @Nullable String words;

    public void open() {
        Optional<FreshTicket> ticket = fresh.find();
        if (ticket.isEmpty()) {
            return;
        }
        NewEmergency form = new NewEmergency(
                page.kept().orElseThrow(NotFoundException::new).search(),
                Objects.requireNonNull(number),
                Objects.requireNonNull(reason),
                Objects.requireNonNull(words));
        try {
            Optional<EmergencyId> opened = emergencies.open(form, ticket.get());
            if (opened.isEmpty()) {
                navigation.refuse("emergency.search.none");
            } else {
                navigation.to(Done.EMERGENCY_OPENED.at(
                        Page.EMERGENCY_PATIENT.of(opened.get().value())));
            }
        } catch (EmergencyOpenException other) {
            navigation.refuse("emergency.open.other");
        }
    }

    /** The numbers of those whom the search has found. */
    public List<Integer> getNumbers() {
        return IntStream.rangeClosed(1, page.getFound()).boxed().toList();
    }

    public List<EmergencyReason> getReasons() {
        return List.of(EmergencyReason.values());
    }

    public @Nullable Integer getNumber() {
        return number;
    }

    public void setNumber(@Nullable Integer number) {
        this.number = number;
    }

    public @Nullable EmergencyReason getReason() {
        return reason;
    }

    public void setReason(@Nullable EmergencyReason reason) {
        this.reason = reason;
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }
}
