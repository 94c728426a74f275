package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.consilium.access.FreshTicket;
import org.consilium.account.AccountStatusException;
import org.consilium.account.AppointmentId;
import org.consilium.account.AppointmentService;
import org.consilium.account.PendingAppointment;
import org.consilium.web.address.Address;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.PressedRow;
import org.jspecify.annotations.Nullable;

/** The people who are to get a role on the staff, each of whom needs a second person's approval. */
@Named
@RequestScoped
public class AccountApprovalsBacking {

    @Inject
    private AppointmentService appointments;

    @Inject
    private FreshForm fresh;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    private @Nullable List<PendingAppointment> pending;

    public List<PendingAppointment> getPending() {
        if (pending == null) {
            pending = appointments.pending();
        }
        return pending;
    }

    public void approve() {
        Optional<FreshTicket> ticket = fresh.findKept();
        if (ticket.isEmpty()) {
            return;
        }
        try {
            appointments.approve(new AppointmentId(PressedRow.of(request, "approve")), ticket.get());
            navigation.to(Done.INVITED.at(Address.shown(request).toString()));
        } catch (AccountStatusException otherwise) {
            navigation.refuse("account.people.changed");
        }
    }
}
