package org.consilium.account.factor;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.consilium.access.Role;
import org.eclipse.microprofile.config.Config;

/**
 * Tells which roles need a second factor, by the setting {@code consilium.account.second-factor-<role>}. The settings
 * are read at startup: with an invalid one, the node does not start.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactorPolicy {

    @Inject
    private Config config;

    private final Map<Role, SecondFactorRule> rules = new EnumMap<>(Role.class);

    @PostConstruct
    void open() {
        read(setting -> config.getValue(setting, String.class));
    }

    /** @throws IllegalStateException if a setting is neither required nor offered */
    void read(UnaryOperator<String> settings) {
        for (Role role : Role.values()) {
            rules.put(role, SecondFactorRule.of(setting(role), settings.apply(setting(role))));
        }
    }

    /** Whether people of a role must have a second factor; everybody else may. */
    public boolean isRequired(Role role) {
        return rules.get(role) != SecondFactorRule.OFFERED;
    }

    /** The setting for a role. */
    public static String setting(Role role) {
        return "consilium.account.second-factor-"
                + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
