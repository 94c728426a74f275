package org.consilium.account;

import jakarta.security.enterprise.credential.Credential;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.SignInName;

/**
 * The input of the sign-in page.
 *
 * @param network the network that the attempt comes from
 * @param device what {@link SignInService#rememberDevice} has stored on the device; empty for nothing
 */
public record SignInCredential(SignInName name, String password, ClientAddress network, String device)
        implements Credential {
    /** Without the password. */
    @Override
    public String toString() {
        return "SignInCredential";
    }
}
