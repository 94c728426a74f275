package org.consilium.limit;

import java.util.Locale;

/** What is counted, and for whom. Its rate is the setting {@code consilium.limit.<name>}. */
public enum Limit {
    /** Wrong passwords for one e-mail address, whether it has an account or not. */
    SIGN_IN_ACCOUNT,
    /** Wrong passwords from one network. */
    SIGN_IN_ADDRESS,
    /** Accounts asked for from one network, granted or not. */
    REGISTRATION_ADDRESS,
    /** Photos that one person sends, kept or refused. */
    UPLOAD_ACCOUNT;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
