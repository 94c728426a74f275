package org.consilium.account;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.access.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Invites the first privacy officer, whom every hospital has to designate (45 CFR 164.530(a)(1)): the second person,
 * without whom the first administrator can appoint nobody. The configuration names them, so that the administrator
 * cannot choose who approves.
 */
@Singleton
@Startup
@DependsOn("Schema")
public class FirstPrivacyOfficer {
    private static final Logger LOG = Logger.getLogger(FirstPrivacyOfficer.class.getName());

    @Inject
    private Accounts accounts;

    @Inject
    private Invitations invitations;

    @Inject
    @ConfigProperty(name = "consilium.account.privacy-officer-email")
    private Optional<String> email;

    @PostConstruct
    void invite() {
        if (email.isEmpty() || accounts.hasActive(Role.PRIVACY_OFFICER)) {
            return;
        }
        try {
            invitations.sendAsConfigured(email.get(), new PersonName("Privacy", "Officer"), Role.PRIVACY_OFFICER);
            LOG.info("the first privacy officer is invited");
        } catch (EmailTakenException invited) {
            LOG.log(Level.FINE, "the privacy officer was invited before", invited);
        }
    }
}
