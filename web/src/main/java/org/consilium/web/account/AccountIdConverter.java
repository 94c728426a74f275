package org.consilium.web.account;

import jakarta.faces.convert.FacesConverter;
import org.consilium.account.AccountId;
import org.consilium.web.site.RecordIdConverter;

/** Converts a parameter to the public id of an account. */
@FacesConverter(forClass = AccountId.class)
public class AccountIdConverter extends RecordIdConverter<AccountId> {

    public AccountIdConverter() {
        super(AccountId::new);
    }
}
