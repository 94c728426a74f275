package org.consilium.ear.service;

import static org.consilium.access.Role.PATIENT;
import static org.consilium.ear.service.Groups.ANYBODY;
import static org.consilium.ear.service.Groups.EVERYBODY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.access.FreshTicket;
import org.consilium.account.InvitationService;
import org.consilium.account.SecondStepService;
import org.consilium.account.SignInService;
import org.consilium.account.TimeZoneService;
import org.consilium.account.fresh.FreshService;
import org.consilium.account.fresh.Proof;
import org.consilium.account.passkey.PasskeyId;
import org.consilium.account.passkey.PasskeyService;
import org.consilium.account.passkey.PasskeySignInService;
import org.consilium.account.reset.PasswordResetService;
import org.consilium.account.settings.PasswordService;
import org.consilium.account.settings.SecondFactorService;
import org.consilium.account.settings.SessionService;
import org.consilium.audit.VisitTrailService;
import org.consilium.audit.VisitTrailService.End;
import org.consilium.care.RegistrationService;
import org.consilium.imaging.Rendition;
import org.consilium.limit.SecondStep;
import org.consilium.limit.SignInName;
import org.consilium.notice.LiveService;

/** Calls of the services for signing in and for proving one's identity. */
@ApplicationScoped
public class SignInAttempts {

    @Inject
    private RegistrationService registration;

    @Inject
    private InvitationService invitations;

    @Inject
    private SignInService signIn;

    @Inject
    private VisitTrailService visits;

    @Inject
    private PasswordResetService resets;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeySignInService passkeySignIn;

    @Inject
    private SecondStepService steps;

    @Inject
    private SecondFactorService factors;

    @Inject
    private SessionService sessions;

    @Inject
    private PasswordService passwords;

    @Inject
    private FreshService fresh;

    @Inject
    private TimeZoneService zones;

    @Inject
    private LiveService live;

    /** Calls that name no record. */
    List<Attempt> general() {
        return List.of(
                new Attempt("SignInService.signIn", ANYBODY, () -> Hospital.signIn(signIn, Hospital.email(), "wrong")),
                new Attempt(
                        "SignInService.originOf",
                        ANYBODY,
                        () -> signIn.originOf(new SignInName(Hospital.email()), Hospital.NETWORK, "")),
                new Attempt(
                        "RegistrationService.register",
                        ANYBODY,
                        () -> registration.register(Hospital.form(Hospital.email()), Locale.ENGLISH, Hospital.NETWORK)),
                new Attempt("RegistrationService.address", ANYBODY, () -> registration.address("no such token")),
                new Attempt(
                        "RegistrationService.confirm",
                        ANYBODY,
                        () -> Tolerated.isUnknown(() -> registration.confirm("no such token", Hospital.PASSWORD))),
                new Attempt(
                        "PasswordResetService.request",
                        ANYBODY,
                        () -> resets.request(Hospital.email(), Locale.ENGLISH, Hospital.NETWORK)),
                new Attempt("SecondStepService.find", ANYBODY, () -> steps.find("no such ticket")),
                new Attempt("SecondStepService.ways", ANYBODY, () -> steps.ways("no such ticket")),
                new Attempt(
                        "SecondStepService.answer",
                        ANYBODY,
                        () -> Tolerated.isUnknown(() -> steps.answer(new SecondStep(0), "no such ticket", "123456"))),
                new Attempt(
                        "SecondStepService.setUp",
                        ANYBODY,
                        () -> Tolerated.isUnknown(() -> steps.setUp("no such ticket"))),
                new Attempt(
                        "SecondStepService.confirm",
                        ANYBODY,
                        () -> Tolerated.isUnknown(() -> steps.confirm(new SecondStep(0), "no such ticket", "123456"))),
                new Attempt("SecondFactorService.get", ANYBODY, factors::get),
                new Attempt("SecondFactorService.setUp", ANYBODY, factors::setUp),
                new Attempt(
                        "SecondFactorService.confirm",
                        ANYBODY,
                        () -> Tolerated.isWrong(() -> factors.confirm("wrong", "123456"))),
                new Attempt(
                        "SecondFactorService.renewRecoveryCodes",
                        ANYBODY,
                        () -> Tolerated.isWrong(() -> factors.renewRecoveryCodes("wrong"))),
                new Attempt(
                        "SecondFactorService.remove", ANYBODY, () -> Tolerated.isWrong(() -> factors.remove("wrong"))),
                new Attempt("SessionService.list", ANYBODY, () -> sessions.list("no session")),
                new Attempt("SessionService.end", ANYBODY, () -> sessions.end("no session")),
                new Attempt("SessionService.endOthers", ANYBODY, () -> sessions.endOthers("no session")),
                new Attempt(
                        "FreshService.prove",
                        ANYBODY,
                        () -> Tolerated.isWrong(() -> fresh.prove(Proof.password("wrong")))),
                new Attempt("FreshService.isFresh", ANYBODY, () -> fresh.isFresh(FreshTicket.NONE)),
                new Attempt("FreshService.takesCodes", ANYBODY, () -> fresh.takesCodes()),
                new Attempt(
                        "PasswordService.change",
                        ANYBODY,
                        () -> Tolerated.isWrong(() -> passwords.change(Proof.password("wrong"), Hospital.PASSWORD))),
                new Attempt("PasswordResetService.find", ANYBODY, () -> resets.find("no such token")),
                new Attempt(
                        "PasswordResetService.reset",
                        ANYBODY,
                        () -> Tolerated.isUnknown(() -> resets.reset("no such token", Hospital.PASSWORD))));
    }

    /** What is asked with a secret or for a person instead of a record. */
    Stream<Attempt> personal(Actor somebody) {
        return Stream.of(
                new Attempt("SignInService.isStillActive", ANYBODY, () -> signIn.isStillActive(somebody.caller())),
                new Attempt("TimeZoneService.chosenBy", ANYBODY, () -> zones.chosenBy(somebody.caller())),
                new Attempt("TimeZoneService.of", ANYBODY, () -> zones.of(somebody.caller())),
                new Attempt(
                        "TimeZoneService.remember", ANYBODY, () -> zones.remember(somebody.caller(), ZoneOffset.UTC)),
                new Attempt(
                        "SignInService.rememberDevice", ANYBODY, () -> signIn.rememberDevice(somebody.caller(), "")),
                new Attempt(
                        "VisitTrailService.ended",
                        ANYBODY,
                        () -> visits.ended(somebody.caller().accountKey(), PATIENT, End.ENDED)),
                new Attempt("VisitTrailService.opened", EVERYBODY, () -> visits.opened(Rendition.FULL)),
                new Attempt("VisitTrailService.refused", EVERYBODY, () -> visits.refused(Rendition.FULL, null)),
                new Attempt("SignInService.noteSignIn", ANYBODY, () -> signIn.noteSignIn(somebody.caller(), "")),
                new Attempt("FreshService.signedIn", ANYBODY, () -> fresh.signedIn(somebody.caller())),
                new Attempt("LiveService.audienceOf", ANYBODY, () -> live.audienceOf(somebody.caller())),
                new Attempt("LiveService.signedOut", ANYBODY, () -> live.signedOut(somebody.caller())),
                new Attempt(
                        "InvitationService.accept",
                        ANYBODY,
                        () -> Tolerated.isUnknown(
                                () -> invitations.accept("no such token", Hospital.PASSWORD, Locale.ENGLISH))));
    }

    /** The requests that only the owner of a passkey may make. */
    List<Attempt> onPasskey(PasskeyId id) {
        return List.of(
                new Attempt("PasskeyService.rename", EVERYBODY, () -> passkeys.rename(id, "My phone")),
                new Attempt(
                        "PasskeyService.remove",
                        EVERYBODY,
                        () -> Tolerated.isWrong(() -> passkeys.remove(id, "wrong"))));
    }

    /** The requests for a person's own passkeys, and those of a browser before anybody has signed in. */
    List<Attempt> onOwnPasskeys() {
        return List.of(
                new Attempt(
                        "PasskeyService.beginRegistration",
                        EVERYBODY,
                        () -> Tolerated.isWrong(() -> passkeys.beginRegistration("wrong"))),
                new Attempt(
                        "PasskeyService.finishRegistration",
                        EVERYBODY,
                        () -> passkeys.finishRegistration("no such token", "{}", "My phone")),
                new Attempt("PasskeyService.list", EVERYBODY, () -> passkeys.list()),
                new Attempt("PasskeySignInService.begin", ANYBODY, () -> passkeySignIn.begin(Hospital.NETWORK)),
                new Attempt("PasskeySignInService.finish", ANYBODY, () -> passkeySignIn.finish("no such token", "{}")),
                new Attempt(
                        "PasskeySignInService.beginStep",
                        ANYBODY,
                        () -> Tolerated.isUnknown(() -> passkeySignIn.beginStep("no such ticket", Hospital.NETWORK))),
                new Attempt(
                        "PasskeySignInService.finishStep",
                        ANYBODY,
                        () -> Tolerated.isUnknown(
                                () -> passkeySignIn.finishStep("no such ticket", "no such token", "{}"))),
                new Attempt(
                        "PasskeySignInService.beginSetUp",
                        ANYBODY,
                        () -> Tolerated.isUnknown(() -> passkeySignIn.beginSetUp("no such ticket", Hospital.NETWORK))),
                new Attempt(
                        "PasskeySignInService.finishSetUp",
                        ANYBODY,
                        () -> Tolerated.isUnknown(
                                () -> passkeySignIn.finishSetUp("no such ticket", "no such token", "{}", "My phone"))));
    }
}
