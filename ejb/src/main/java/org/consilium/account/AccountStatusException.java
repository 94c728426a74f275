package org.consilium.account;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The account is not in the state that a step requires; somebody else may have changed it in the meantime. */
@ApplicationException(rollback = true)
public class AccountStatusException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final AccountStatus status;

    public AccountStatusException(AccountStatus status) {
        super("the account is " + status);
        this.status = status;
    }

    public AccountStatus status() {
        return status;
    }
}
