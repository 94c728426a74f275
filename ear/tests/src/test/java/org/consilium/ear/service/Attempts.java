package org.consilium.ear.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be asked of the services, and who may: the hospital's rules, written down a second time. */
@ApplicationScoped
public class Attempts {

    @Inject
    private CareAttempts care;

    @Inject
    private AccountAttempts accounts;

    @Inject
    private SignInAttempts signIns;

    @Inject
    private PrivacyAttempts privacy;

    /** Calls that name no record. */
    List<Attempt> general() {
        return Stream.of(care.general(), accounts.general(), signIns.general(), privacy.general())
                .flatMap(List::stream)
                .toList();
    }

    CareAttempts care() {
        return care;
    }

    AccountAttempts accounts() {
        return accounts;
    }

    SignInAttempts signIns() {
        return signIns;
    }

    PrivacyAttempts privacy() {
        return privacy;
    }
}
