package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.consilium.access.RecordId;
import org.consilium.audit.RecordPatients;

/** The account of a patient is about them. */
@ApplicationScoped
public class AccountPatients implements RecordPatients {
    private static final String ACCOUNT = "SELECT id FROM account WHERE public_id = ? AND role = 'PATIENT'";

    @Override
    public Optional<String> query(RecordId record) {
        return record instanceof AccountId ? Optional.of(ACCOUNT) : Optional.empty();
    }
}
