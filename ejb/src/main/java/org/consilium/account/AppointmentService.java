package org.consilium.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;

/** The second person's part in giving somebody a role on the staff. */
@Stateless
public class AppointmentService {

    @Inject
    private Appointments appointments;

    @Inject
    private Accounts accounts;

    @Inject
    private Invitations invitations;

    @Inject
    private Callers callers;

    /** All that wait for approval, the oldest first. */
    @Requires(Action.LIST_APPOINTMENTS)
    public List<PendingAppointment> pending() {
        Caller reader = callers.get();
        List<Appointment> pending = appointments.pending();
        Map<Long, Account> people = accounts.byKey(pending.stream()
                .flatMap(appointment -> Stream.of(appointment.accountKey(), appointment.proposedBy()))
                .toList());
        return pending.stream()
                .map(appointment -> Objects.requireNonNull(people.get(appointment.accountKey()))
                        .asPending(
                                Objects.requireNonNull(people.get(appointment.proposedBy()))
                                        .name()
                                        .full(),
                                appointment.isIndependentOf(reader.accountKey())))
                .toList();
    }

    /**
     * Approves an appointment, and sends the invitation.
     *
     * @param ticket of the caller, who has proved just now who they are
     * @throws AccountStatusException when it is approved already, or the account is disabled
     */
    @Requires(Action.APPROVE_APPOINTMENT)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void approve(AppointmentId id, FreshTicket ticket) {
        Account account = accounts.get(new AccountId(id.value()));
        Appointment appointment = appointments.find(account).orElseThrow(NotFoundException::new);
        if (!appointment.isPending()) {
            throw new AccountStatusException(account.status());
        }
        appointments.approve(appointment, callers.get());
        invitations.send(account);
    }
}
