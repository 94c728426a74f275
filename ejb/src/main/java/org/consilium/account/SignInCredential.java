package org.consilium.account;

import jakarta.security.enterprise.credential.Credential;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.SignInName;

/**
 * The input of the sign-in page.
 *
 * @param from the network that the attempt counts for
 */
public record SignInCredential(SignInName name, String password, ClientAddress from) implements Credential {

    /** Without the password. */
    @Override
    public String toString() {
        return "SignInCredential";
    }
}
