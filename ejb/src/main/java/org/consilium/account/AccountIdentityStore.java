package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Connects Jakarta Security to our accounts: the caller's role is the only group. */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof CallerCredential proven
                ? new CredentialValidationResult(
                        proven.caller(), Set.of(proven.caller().role().name()))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
