package org.consilium.notice;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Requires;
import org.consilium.account.SignInService;
import org.consilium.account.SignedOut;
import org.consilium.care.Teams;
import org.consilium.care.cover.Covers;
import org.consilium.emergency.CurrentEmergencies;
import org.consilium.emergency.OpenEmergency;
import org.consilium.limit.NotLimited;

/** Lets open pages follow changes: whom a change concerns, and whether there was one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveService {

    @Inject
    private NoticeBoard board;

    @Inject
    private SignInService signIn;

    @Inject
    private Teams teams;

    @Inject
    private CurrentEmergencies emergencies;

    @Inject
    private Covers covers;

    @Inject
    private Event<SignedOut> signedOut;

    /** The audience that a signed-in person belongs to; none once their account is disabled. */
    @Requires(Action.FOLLOW_CHANGES)
    public Optional<Audience> audienceOf(Caller caller) {
        return signIn.isStillActive(caller) ? Optional.of(find(caller)) : Optional.empty();
    }

    private Audience find(Caller caller) {
        return switch (caller.role()) {
            case PATIENT -> Audience.ofPatient(caller.accountKey());
            case NURSE, DOCTOR -> ofClinician(caller.accountKey());
            case ADMINISTRATOR -> Audience.ofTeams(List.of());
            case PRIVACY_OFFICER -> Audience.ofOfficers();
        };
    }

    /** In an emergency, a clinician follows what concerns the patient as well, with what the staff alone see of it. */
    private Audience ofClinician(long key) {
        Audience own = Audience.ofTeams(teams.of(key))
                .and(Audience.ofTeams(covers.of(key).teams()))
                .and(Audience.ofClinicians(List.of(key)));
        return emergencies
                .of(key)
                .map(OpenEmergency::patientKey)
                .map(patient -> own.and(Audience.ofPatient(patient)).and(Audience.inEmergencyOf(patient)))
                .orElse(own);
    }

    /** The version of everything that the audience sees: a page with another version must be read again. */
    @Requires(Action.FOLLOW_CHANGES)
    public String version(Audience audience) {
        return board.version(audience);
    }

    /** Ends everything that the person has open, on any node. */
    @Requires(Action.SIGN_OUT)
    @NotLimited("ends a session of the caller, and signing in is limited")
    public void signedOut(Caller caller) {
        signedOut.fire(new SignedOut(caller.accountKey()));
    }
}
