package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import org.consilium.limit.SignInAttempt;
import org.consilium.limit.SignInOrigin;

/**
 * Connects Jakarta Security to our accounts: an e-mail address and a password give the caller and the caller's role.
 */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

    @Inject
    private SignInService signIn;

    /** Overridden itself: the default finds a method for the credential's type, and wraps what that throws. */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof SignInCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        SignInOrigin origin = signIn.originOf(given.name(), given.network(), given.device());
        return signIn.signIn(new SignInAttempt(given.name(), origin), origin, given.password())
                .map(caller -> new CredentialValidationResult(
                        caller, Set.of(caller.role().name())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
