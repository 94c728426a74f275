package org.consilium.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.UserIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.consilium.testing.passkey.SoftwareAuthenticator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A passkey is believed for this site, this challenge, and a person who was verified; anything else is refused. */
class PasskeyCeremonyTest {

    private static final String ORIGIN = "https://care.example.org";
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final ByteArray HANDLE = UserHandle.of("A".repeat(22));
    private static final long ACCOUNT = 7;

    private final PasskeyCeremony ceremony = new PasskeyCeremony(PasskeySite.of(ORIGIN));
    private final ByteArray challenge = random(1);
    private SoftwareAuthenticator authenticator;

    @BeforeEach
    void device() {
        authenticator = SoftwareAuthenticator.at(ORIGIN);
    }

    private static ByteArray random(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new ByteArray(bytes);
    }

    private static UserIdentity owner() {
        return UserIdentity.builder()
                .name("alex@example.org")
                .displayName("Alex")
                .id(HANDLE)
                .build();
    }

    private String creation() {
        return ceremony.creationOptions(challenge, owner(), List.of());
    }

    private Optional<NewCredential> register() {
        return ceremony.register(challenge, HANDLE, authenticator.create(creation()));
    }

    private Passkey registered() {
        return new Passkey(ACCOUNT, HANDLE, register().orElseThrow(), " My phone ", NOW);
    }

    private Optional<Passkey.Use> signedWith(Passkey passkey, boolean isOwnerKnown) {
        String answer = authenticator.get(ceremony.requestOptions(challenge, List.of()));
        return verify(answer, passkey.asCredential(), isOwnerKnown);
    }

    private Optional<Passkey.Use> verify(String answer, RegisteredCredential passkey, boolean isOwnerKnown) {
        return ceremony.read(answer).flatMap(sent -> ceremony.verify(challenge, sent, passkey, isOwnerKnown));
    }

    private void assertRefused(Passkey passkey) {
        assertThat(signedWith(passkey, false)).isEmpty();
        assertThat(signedWith(passkey, true)).isEmpty();
    }

    @Test
    void asksForAPasskeyThatIsFoundWithoutAnAddressAndVerifiesItsOwner() {
        Passkey passkey = registered();
        String options = ceremony.creationOptions(challenge, owner(), List.of(passkey.asDescriptor()));

        assertThat(options)
                .contains("\"id\":\"care.example.org\"")
                .contains("\"challenge\":\"" + challenge.getBase64Url() + "\"")
                .contains("\"residentKey\":\"required\"")
                .contains("\"userVerification\":\"required\"")
                .contains("\"attestation\":\"none\"")
                .contains("\"id\":\"" + passkey.asDescriptor().getId().getBase64Url() + "\"")
                .contains("\"alg\":-7", "\"alg\":-8", "\"alg\":-257")
                .contains("\"timeout\":300000")
                .doesNotContain("null");
    }

    @Test
    void registers() {
        assertThat(register()).hasValueSatisfying(made -> {
            assertThat(made.signCount()).isZero();
            assertThat(made.flags()).isEqualTo(new BackupFlags(true, true));
        });
    }

    /** Transports that nobody knows yet are left out. */
    @Test
    void tellsHowADeviceIsReached() {
        Passkey passkey = registered();

        assertThat(ceremony.requestOptions(challenge, List.of(passkey.asDescriptor())))
                .contains("\"transports\":[\"hybrid\",\"internal\"]")
                .contains("\"rpId\":\"care.example.org\"")
                .contains("\"userVerification\":\"required\"");
        assertThat(passkey.asSummary().name()).isEqualTo("My phone");
        assertThat(passkey.asSummary().lastUsedAt()).isEmpty();
    }

    @Test
    void recognizesTheOwner() {
        Passkey passkey = registered();

        assertThat(signedWith(passkey, false)).isPresent();
        assertThat(signedWith(passkey, true)).isPresent();
    }

    /** An owner who has given a password is known; one who has typed nothing has to be named. */
    @Test
    void needsTheOwnersHandleOnlyIfNobodyHasNamedThem() {
        Passkey passkey = registered();
        authenticator.forgetsItsOwner();

        assertThat(signedWith(passkey, true)).isPresent();
        assertThat(signedWith(passkey, false)).isEmpty();
    }

    @Test
    void refusesThePasskeyOfSomebodyElse() {
        Passkey passkey = registered();
        authenticator.claimsOwner(UserHandle.of("B".repeat(22)).getBase64Url());

        assertRefused(passkey);
    }

    @Test
    void refusesAnotherSite() {
        Passkey passkey = registered();
        for (String other : List.of(
                "https://care.example.com",
                "http://care.example.org",
                "https://care.example.org:8443",
                "https://evil.care.example.org")) {
            authenticator.visits(other);
            assertRefused(passkey);
            assertThat(register()).isEmpty();
        }
    }

    @Test
    void refusesAnotherRelyingParty() {
        Passkey passkey = registered();
        authenticator.signsFor("example.org");

        assertRefused(passkey);
        assertThat(register()).isEmpty();
    }

    @Test
    void refusesAFrameOfAnotherSite() {
        Passkey passkey = registered();
        authenticator.isFramed();

        assertRefused(passkey);
        assertThat(register()).isEmpty();
    }

    @Test
    void refusesWithoutAVerifiedPerson() {
        Passkey passkey = registered();
        authenticator.verifiesNobody();

        assertRefused(passkey);
        assertThat(register()).isEmpty();
    }

    @Test
    void refusesAnotherChallenge() {
        Passkey passkey = registered();
        String answer = authenticator.get(ceremony.requestOptions(random(2), List.of()));
        String creation = authenticator.create(ceremony.creationOptions(random(2), owner(), List.of()));

        assertThat(verify(answer, passkey.asCredential(), true)).isEmpty();
        assertThat(ceremony.register(challenge, HANDLE, creation)).isEmpty();
    }

    @Test
    void refusesASignatureByAnotherKey() {
        Passkey passkey = registered();
        String answer = authenticator.get(ceremony.requestOptions(challenge, List.of()));
        authenticator = SoftwareAuthenticator.at(ORIGIN);
        RegisteredCredential other = passkey.asCredential().toBuilder()
                .publicKeyCose(registered().asCredential().getPublicKeyCose())
                .build();

        assertThat(verify(answer, passkey.asCredential(), true)).isPresent();
        assertThat(verify(answer, other, true)).isEmpty();
    }

    /** A copy of a device would count on its own; what is synced does not count. */
    @Test
    void refusesACounterThatDoesNotGrow() {
        authenticator.keepsNoCopy().counts(5);
        Passkey passkey = registered();
        for (int notMore : List.of(0, 4, 5)) {
            authenticator.counts(notMore);
            assertRefused(passkey);
        }
        authenticator.counts(6);
        assertThat(signedWith(passkey, true)).contains(new Passkey.Use(6, new BackupFlags(false, false)));
    }

    @Test
    void countsAndRemembersEachUse() {
        authenticator.keepsNoCopy().counts(5);
        Passkey passkey = registered();
        authenticator.counts(6);

        assertThat(passkey.use(signedWith(passkey, true).orElseThrow(), NOW)).isTrue();
        assertThat(passkey.asSummary().lastUsedAt()).contains(NOW);
        assertRefused(passkey);
    }

    /** Whether a passkey can leave its device never changes. */
    @Test
    void refusesAPasskeyThatCouldNotBeCopiedBefore() {
        Passkey passkey = registered();
        authenticator.keepsNoCopy();

        assertThat(passkey.use(signedWith(passkey, true).orElseThrow(), NOW)).isFalse();
    }

    /** Nobody was asked for one, and not all of them can be read. */
    @ParameterizedTest
    @ValueSource(strings = {"android-safetynet", "android-key", "apple", "fido-u2f", "packed", "tpm", "unknown"})
    void refusesAnAttestationThatIsNone(String format) {
        authenticator.attestsBy(format);

        assertThat(register()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "7",
                "\"text\"",
                "{\"id\":1}",
                "{\"id\":\"AAAA\",\"response\":null}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{},"
                        + "\"clientExtensionResults\":{}}",
                "not json",
                "\u0000"
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThat(ceremony.register(challenge, HANDLE, text)).isEmpty();
        assertThat(ceremony.read(text)).isEmpty();
    }

    @Test
    void refusesAnAnswerThatIsCutOffTooLongOrTooDeep() {
        Passkey passkey = registered();
        String made = authenticator.create(creation());
        String signed = authenticator.get(ceremony.requestOptions(challenge, List.of()));

        for (UnaryOperator<String> wrong : List.<UnaryOperator<String>>of(
                text -> text.substring(0, text.length() / 2),
                text -> text + " ".repeat(70_000),
                text -> "[".repeat(60_000),
                text -> "{\"a\":".repeat(10_000))) {
            assertThat(ceremony.register(challenge, HANDLE, wrong.apply(made))).isEmpty();
            assertThat(verify(wrong.apply(signed), passkey.asCredential(), true))
                    .isEmpty();
        }
    }

    /** A changed answer never makes the reader fail in another way than by a refusal. */
    @Test
    void refusesOrReadsWhateverIsChanged() {
        Passkey passkey = registered();
        String made = authenticator.create(creation());
        String signed = authenticator.get(ceremony.requestOptions(challenge, List.of()));

        for (int at = 0; at < made.length(); at += 7) {
            assertThat(ceremony.register(challenge, HANDLE, changed(made, at))).isNotNull();
        }
        for (int at = 0; at < signed.length(); at += 7) {
            assertThat(verify(changed(signed, at), passkey.asCredential(), true))
                    .isNotNull();
        }
    }

    @Test
    void refusesDeepCbor() {
        byte[] deep = new byte[20_000];
        Arrays.fill(deep, (byte) 0x81);
        String made = authenticator
                .create(creation())
                .replaceFirst(
                        "\"attestationObject\":\"[^\"]*\"",
                        "\"attestationObject\":\"" + Base64.getUrlEncoder().encodeToString(deep) + "\"");

        assertThat(ceremony.register(challenge, HANDLE, made)).isEmpty();
    }

    /** Newer browsers tell more than older ones. */
    @Test
    void readsAnswersWithMembersThatNobodyKnowsYet() {
        UnaryOperator<String> newer = text -> text.replace("{\"id\"", "{\"new\":[{}],\"id\"")
                .replace("\"response\":{", "\"response\":{\"new\":null,")
                .replace("\"clientExtensionResults\":{", "\"clientExtensionResults\":{\"new\":{}");
        Passkey passkey = registered();
        String made = authenticator.create(creation());
        String signed = authenticator.get(ceremony.requestOptions(challenge, List.of()));

        assertThat(newer.apply(signed)).contains("\"response\":{\"new\"", "Results\":{\"new\"");
        assertThat(ceremony.register(challenge, HANDLE, newer.apply(made))).isPresent();
        assertThat(verify(newer.apply(signed), passkey.asCredential(), true)).isPresent();
    }

    private static String changed(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    /** The handle of an account never changes, and no two accounts have the same. */
    @Test
    void knowsAccountsByHandlesThatSayNothing() {
        assertThat(HANDLE).isEqualTo(UserHandle.of("A".repeat(22))).isNotEqualTo(UserHandle.of("B".repeat(22)));
        assertThat(HANDLE.size()).isEqualTo(32);
        assertThat(new String(HANDLE.getBytes(), StandardCharsets.ISO_8859_1)).doesNotContain("AAAA");
    }
}
