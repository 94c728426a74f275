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

/** Opens the first administrator's account; an administrator invites everybody else on the staff. */
@Singleton
@Startup
@DependsOn("Schema")
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    private Accounts accounts;

    @Inject
    @ConfigProperty(name = "consilium.account.administrator-email")
    private Optional<String> email;

    @Inject
    @ConfigProperty(name = "consilium.account.administrator-password")
    private Optional<String> password;

    @PostConstruct
    void open() {
        if (email.isEmpty() || password.isEmpty() || accounts.hasAny(Role.ADMINISTRATOR)) {
            return;
        }
        try {
            accounts.openAdministrator(email.get(), new PersonName("First", "Administrator"), password.get());
            LOG.info("the first administrator's account is open");
        } catch (EmailTakenException first) {
            LOG.log(Level.INFO, "another node was first to open the administrator's account", first);
        }
    }
}
