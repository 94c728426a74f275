package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.account.SignInService;
import org.consilium.account.fresh.WrongPasswordException;
import org.consilium.account.passkey.PasskeyChallengeTimer;
import org.consilium.account.passkey.PasskeyId;
import org.consilium.account.passkey.PasskeyRequest;
import org.consilium.account.passkey.PasskeyService;
import org.consilium.account.passkey.PasskeySignInService;
import org.consilium.account.passkey.PasskeySummary;
import org.consilium.testing.passkey.SoftwareAuthenticator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People register passkeys and are recognized by them; a challenge works once, for whom it is, for five minutes. */
class PasskeyIT extends InContainer {

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeySignInService signIn;

    @Inject
    private SignInService passwords;

    @Inject
    private PasskeyChallengeTimer timer;

    @Inject
    @ConfigProperty(name = "consilium.web.address")
    private String address;

    private Actor person;
    private SoftwareAuthenticator device;

    @BeforeEach
    void people() {
        person = hospital.patient();
        device = SoftwareAuthenticator.at(address);
    }

    private PasskeyId registered() {
        registeredBy(person, device);
        return list().get(0).id();
    }

    /** With the recovery codes that come with the first one. */
    private List<String> registeredBy(Actor owner, SoftwareAuthenticator authenticator) {
        PasskeyRequest request = registration(owner);
        return finish(owner, request.token(), authenticator.create(request.options()))
                .orElseThrow();
    }

    private PasskeyRequest registration(Actor owner) {
        return owner.asks(() -> passkeys.beginRegistration(Hospital.PASSWORD));
    }

    private Optional<List<String>> finish(Actor owner, String token, String answer) {
        return owner.asks(() -> passkeys.finishRegistration(token, answer, " My phone "));
    }

    private PasskeyRequest begun() {
        return signIn.begin(Hospital.NETWORK);
    }

    private Optional<Long> signed(PasskeyRequest request, SoftwareAuthenticator authenticator) {
        return finish(request.token(), authenticator.get(request.options()));
    }

    private Optional<Long> finish(String token, String answer) {
        return signIn.finish(token, answer).map(Caller::accountKey);
    }

    /** Of somebody who has entered their password. */
    private String ticketOf(Actor owner) {
        String email = rows.only("select email from account where id = ?", owner.key());
        return Hospital.firstStep(passwords, email, Hospital.PASSWORD)
                .orElseThrow()
                .ticket();
    }

    private PasskeyRequest begunWith(String ticket) {
        return signIn.beginStep(ticket, Hospital.NETWORK);
    }

    private Optional<Long> steppedIn(String ticket, PasskeyRequest request, SoftwareAuthenticator authenticator) {
        return signIn.finishStep(ticket, request.token(), authenticator.get(request.options()))
                .map(Caller::accountKey);
    }

    private List<PasskeySummary> list() {
        return person.asks(() -> passkeys.list());
    }

    @Test
    void recognizesTheirOwnerWithNothingTyped() {
        PasskeyId id = registered();
        assertThat(signed(begun(), device)).contains(person.key());
        assertThat(list()).singleElement().satisfies(passkey -> {
            assertThat(passkey.id()).isEqualTo(id);
            assertThat(passkey.name()).isEqualTo("My phone");
            assertThat(passkey.backedUp()).isTrue();
            assertThat(passkey.lastUsedAt()).isPresent();
        });
    }

    @Test
    void areTheSecondStepOfTheirOwnerAlone() {
        registered();
        Actor other = hospital.patient();
        SoftwareAuthenticator foreign = SoftwareAuthenticator.at(address);
        registeredBy(other, foreign);

        String ticket = ticketOf(person);
        assertThat(steppedIn(ticket, begunWith(ticket), device)).contains(person.key());
        assertThat(steppedIn(ticket, begunWith(ticket), foreign)).isEmpty();
        assertThat(steppedIn(ticket, begun(), foreign))
                .as("of somebody else, with a challenge for anybody")
                .isEmpty();
        assertThat(steppedIn(ticketOf(other), begunWith(ticket), device)).isEmpty();
        assertThat(steppedIn(ticket, begunWith(ticket), device.forgetsItsOwner()))
                .contains(person.key());
        assertThat(signed(begun(), device)).isEmpty();
    }

    @Test
    void answerAChallengeOnce() {
        registered();
        PasskeyRequest request = begun();
        assertThat(signed(request, device)).contains(person.key());
        assertThat(signed(request, device)).isEmpty();
    }

    @Test
    void answerAChallengeOnceOfManyAtOnce() {
        registered();
        PasskeyRequest request = begun();
        String answer = device.get(request.options());
        assertThat(Together.run(Collections.nCopies(
                        5, person.task(() -> finish(request.token(), answer).isPresent()))))
                .allMatch(Together.Outcome::succeeded)
                .filteredOn(outcome -> Boolean.TRUE.equals(outcome.value()))
                .hasSize(1);
    }

    @Test
    void answerAChallengeWronglyOnce() {
        registered();
        PasskeyRequest request = begun();
        assertThat(finish(request.token(), "{\"id\":")).isEmpty();
        assertThat(signed(request, device)).isEmpty();
    }

    @Test
    void answerWithinFiveMinutes() {
        registered();
        String ticket = ticketOf(person);
        PasskeyRequest request = begunWith(ticket);
        rows.change(
                "update passkey_challenge set created_at = utc_timestamp(6) - interval 5 minute where account_id = ?",
                person.key());
        assertThat(steppedIn(ticket, request, device)).isEmpty();
        timer.expire();
        assertThat(rows.count("passkey_challenge where account_id = ?", person.key()))
                .isZero();
    }

    @Test
    void signNobodyInWhoIsDisabled() {
        registered();
        assertThat(signed(begun(), device)).contains(person.key());
        rows.change("update account set status = 'DISABLED' where id = ?", person.key());
        assertThat(signed(begun(), device)).isEmpty();
    }

    @Test
    void comeWithRecoveryCodesOnce() {
        assertThat(registeredBy(person, device)).hasSize(10);
        assertThat(registeredBy(person, SoftwareAuthenticator.at(address))).isEmpty();
    }

    @Test
    void areRegisteredByTheirOwnerWithAChallengeForThat() {
        PasskeyRequest request = registration(person);
        assertThat(finish(hospital.patient(), request.token(), device.create(request.options())))
                .isEmpty();
        PasskeyRequest again = registration(person);
        assertThat(finish(again.token(), device.get(again.options()))).isEmpty();
        PasskeyRequest signing = begun();
        assertThat(finish(person, signing.token(), device.create(again.options())))
                .isEmpty();
        assertThat(finish(person, again.token(), "null")).isEmpty();
        assertThat(list()).isEmpty();
    }

    @Test
    void areRegisteredOnce() {
        registered();
        for (Actor owner : List.of(person, hospital.patient())) {
            PasskeyRequest request = registration(owner);
            assertThat(finish(owner, request.token(), device.create(request.options())))
                    .isEmpty();
        }
        assertThat(list()).hasSize(1);
    }

    @Test
    void doNotCountBackwards() {
        device.keepsNoCopy().counts(1);
        registered();
        assertThat(signed(begun(), device.counts(3))).contains(person.key());
        assertThat(signed(begun(), device.counts(2))).isEmpty();
        assertThat(rows.only("select sign_count from passkey where account_id = ?", person.key()))
                .isEqualTo("3");
        assertThat(signed(begun(), device.counts(4))).contains(person.key());
    }

    @Test
    void areNamedAndRemovedByTheirOwner() {
        PasskeyId id = registered();
        person.does(() -> passkeys.rename(id, "Alex\u2019s laptop"));
        assertThat(list()).extracting(PasskeySummary::name).containsExactly("Alex\u2019s laptop");

        Actor other = hospital.patient();
        Refusals.assertNotFound("rename", () -> other.does(() -> passkeys.rename(id, "Mine")));
        Refusals.assertNotFound("remove", () -> other.does(() -> passkeys.remove(id, Hospital.PASSWORD)));

        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> person.does(() -> passkeys.remove(id, "wrong")));
        person.does(() -> passkeys.remove(id, Hospital.PASSWORD));
        assertThat(list()).isEmpty();
        assertThat(rows.count("recovery_code where account_id = ?", person.key()))
                .as("they are of no use without a second factor")
                .isZero();
        assertThat(signed(begun(), device)).isEmpty();
    }

    /** Only its hash. */
    @Test
    void leaveNoTokenInTheDatabase() {
        PasskeyRequest request = registration(person);
        assertThat(rows.only(
                        "select token_hash = sha2(?, 256) from passkey_challenge where account_id = ?",
                        request.token(),
                        person.key()))
                .isEqualTo("1");
    }
}
