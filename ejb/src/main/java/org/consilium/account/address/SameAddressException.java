package org.consilium.account.address;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Somebody asks for the address that their account has already. */
@ApplicationException(rollback = true)
public class SameAddressException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    SameAddressException() {
        super("the account has this address");
    }
}
