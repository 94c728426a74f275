package org.consilium.ear.service;

import static org.consilium.access.Role.NURSE;
import static org.consilium.ear.service.Groups.ADMINISTRATORS;
import static org.consilium.ear.service.Groups.ANYBODY;
import static org.consilium.ear.service.Groups.APPROVERS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.consilium.access.FreshTicket;
import org.consilium.account.AccountId;
import org.consilium.account.AppointmentId;
import org.consilium.account.AppointmentService;
import org.consilium.account.InvitationService;
import org.consilium.account.PeopleService;
import org.consilium.account.address.AddressChangeService;
import org.consilium.account.closing.ClosingRequestId;
import org.consilium.account.closing.ClosingService;
import org.consilium.account.fresh.Proof;
import org.consilium.account.recovery.FactorResetId;
import org.consilium.account.recovery.FactorResetService;
import org.consilium.account.settings.ProfileService;
import org.consilium.care.NewStaffMember;
import org.consilium.care.StaffService;
import org.consilium.care.TeamSettings;
import org.consilium.care.TeamSettingsService;
import org.consilium.consultation.WatchService;
import org.consilium.mail.LetterId;
import org.consilium.mail.LetterService;

/** Calls of the services for accounts and letters. */
@ApplicationScoped
public class AccountAttempts {

    @Inject
    private TeamSettingsService teamSettings;

    @Inject
    private StaffService staff;

    @Inject
    private AppointmentService appointments;

    @Inject
    private InvitationService invitations;

    @Inject
    private ProfileService profiles;

    @Inject
    private FactorResetService factorResets;

    @Inject
    private AddressChangeService addresses;

    @Inject
    private ClosingService closings;

    @Inject
    private LetterService letters;

    @Inject
    private PeopleService people;

    @Inject
    private WatchService watch;

    /** Calls that name no record. */
    List<Attempt> general() {
        return List.of(
                new Attempt("ProfileService.get", ANYBODY, profiles::get),
                new Attempt("ProfileService.readTimesIn", ANYBODY, () -> profiles.readTimesIn(ZoneOffset.UTC)),
                new Attempt("ClosingService.get", ANYBODY, closings::get),
                new Attempt("ClosingService.ask", ANYBODY, closings::ask),
                new Attempt("ClosingService.takeBack", ANYBODY, closings::takeBack),
                new Attempt("ClosingService.pending", ADMINISTRATORS, closings::pending),
                new Attempt("ProfileService.rename", ANYBODY, () -> profiles.rename("Robin", Hospital.word())),
                new Attempt(
                        "AddressChangeService.request",
                        ANYBODY,
                        () -> Tolerated.isWrong(
                                () -> addresses.request(Proof.password("wrong"), Hospital.email(), Locale.ENGLISH))),
                new Attempt("AddressChangeService.address", ANYBODY, () -> addresses.address("no such token")),
                new Attempt(
                        "AddressChangeService.confirm",
                        ANYBODY,
                        () -> Tolerated.isUnknown(() -> addresses.confirm("no such token", Hospital.PASSWORD))),
                new Attempt("ProfileService.readIn", ANYBODY, () -> profiles.readIn(Locale.ENGLISH)),
                new Attempt("LetterService.undelivered", ADMINISTRATORS, () -> letters.undelivered()),
                new Attempt("InvitationService.find", ANYBODY, () -> invitations.find("no such token")),
                new Attempt("TeamSettingsService.list", ADMINISTRATORS, () -> teamSettings.list()),
                new Attempt("TeamSettingsService.members", ADMINISTRATORS, () -> teamSettings.members(Hospital.SKIN)),
                new Attempt(
                        "TeamSettingsService.change",
                        ADMINISTRATORS,
                        () -> teamSettings.change(Hospital.SKIN, new TeamSettings(null, null, null))),
                new Attempt("PeopleService.list", ADMINISTRATORS, () -> people.list("", null)),
                new Attempt(
                        "StaffService.invite",
                        ADMINISTRATORS,
                        () -> Tolerated.isStale(() -> staff.invite(newcomer(), FreshTicket.NONE))),
                new Attempt("AppointmentService.pending", APPROVERS, () -> appointments.pending()),
                new Attempt("FactorResetService.pending", APPROVERS, () -> factorResets.pending()));
    }

    List<Attempt> onAccount(AccountId id) {
        return List.of(
                new Attempt("InvitationService.renew", ADMINISTRATORS, () -> invitations.renew(id)),
                new Attempt("PeopleService.get", ADMINISTRATORS, () -> people.get(id)),
                new Attempt("ClosingService.of", ADMINISTRATORS, () -> closings.of(id)),
                new Attempt("PeopleService.formerNames", ADMINISTRATORS, () -> people.formerNames(id)),
                new Attempt("WatchService.teamsWatchedBy", ADMINISTRATORS, () -> watch.teamsWatchedBy(id)),
                new Attempt("PeopleService.unlock", ADMINISTRATORS, () -> people.unlock(id, "Called us")),
                new Attempt("FactorResetService.of", ADMINISTRATORS, () -> factorResets.of(id)),
                new Attempt(
                        "FactorResetService.request",
                        ADMINISTRATORS,
                        () -> Tolerated.isStale(() -> factorResets.request(id, "Passport", false, FreshTicket.NONE))),
                new Attempt("PeopleService.disable", ADMINISTRATORS, () -> people.disable(id)),
                new Attempt("PeopleService.enable", ADMINISTRATORS, () -> people.enable(id)));
    }

    Attempt onAppointment(AppointmentId id) {
        return new Attempt(
                "AppointmentService.approve",
                APPROVERS,
                () -> Tolerated.isStale(() -> appointments.approve(id, FreshTicket.NONE)));
    }

    /** After the second one, the request has ended. */
    List<Attempt> onFactorReset(FactorResetId id) {
        return List.of(
                new Attempt(
                        "FactorResetService.approve",
                        APPROVERS,
                        () -> Tolerated.isStale(() -> factorResets.approve(id, FreshTicket.NONE))),
                new Attempt("FactorResetService.withdraw", APPROVERS, () -> factorResets.withdraw(id)));
    }

    /** After the second one, the request has ended. */
    List<Attempt> onClosing(ClosingRequestId id) {
        return List.of(
                new Attempt("ClosingService.decline", ADMINISTRATORS, () -> closings.decline(id, "Called")),
                new Attempt("ClosingService.close", ADMINISTRATORS, () -> closings.close(id, "Called")));
    }

    /** After each of them, the letter has not been given up any more. */
    List<Attempt> onLetters(LetterId one, LetterId other) {
        return List.of(
                new Attempt("LetterService.sendAgain", ADMINISTRATORS, () -> letters.sendAgain(one)),
                new Attempt("LetterService.discard", ADMINISTRATORS, () -> letters.discard(other)));
    }

    static NewStaffMember newcomer() {
        return new NewStaffMember(Hospital.email(), "Kim", Hospital.word(), NURSE, Hospital.SKIN);
    }
}
