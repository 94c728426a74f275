package org.consilium.care;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.EmailTakenException;
import org.consilium.account.Invitations;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;

/** Invites the hospital's staff, who get their accounts in no other way. */
@Stateless
public class StaffService {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Invitations invitations;

    @Inject
    private Callers callers;

    @Inject
    private Teams teams;

    @Inject
    private Clock clock;

    /**
     * Proposes somebody, who is invited once a second person has approved, and adds clinicians to their team.
     *
     * @param ticket of the caller, who has proved just now who they are
     * @throws EmailTakenException when the address has an account already
     * @throws NotFoundException when a clinician's team does not exist
     * @throws IllegalArgumentException when somebody is invited as a patient: patients register themselves
     */
    @Requires(Action.INVITE_STAFF)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void invite(@Valid NewStaffMember member, FreshTicket ticket) {
        if (member.role() == Role.PATIENT) {
            throw new IllegalArgumentException("patients register themselves");
        }
        long account = invitations.propose(member.email(), member.name(), member.role(), callers.get());
        if (member.isClinician()) {
            if (member.team() == null) {
                throw new NotFoundException();
            }
            Clinician clinician = new Clinician(account, clock.instant());
            clinician.join(teams.get(member.team()));
            entities.persist(clinician);
        }
    }
}
