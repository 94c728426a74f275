package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.cache.SharedCache;

/** Full names by account key; those of staff are cached for all nodes, those of patients are not. */
@ApplicationScoped
public class AccountNames {

    private static final String PREFIX = "name:";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private SharedCache cache;

    static String cached(long account) {
        return PREFIX + account;
    }

    /** Takes at most one statement, and none for the reader's own name. */
    public Map<Long, String> of(Collection<Long> accounts, Caller reader) {
        Set<Long> others = new HashSet<>(accounts);
        Map<Long, String> names = new HashMap<>();
        if (others.remove(reader.accountKey())) {
            names.put(reader.accountKey(), reader.fullName());
        }
        Set<String> staff = new HashSet<>();
        cache.get(others.stream().map(AccountNames::cached).toList(), missing -> load(missing, staff), staff::contains)
                .forEach((name, text) -> names.put(key(name), text));
        return names;
    }

    private Map<String, String> load(Set<String> missing, Set<String> staff) {
        return entities.createQuery("select a from Account a where a.key in :keys", Account.class)
                .setParameter("keys", missing.stream().map(AccountNames::key).toList())
                .getResultStream()
                .peek(account -> collectStaff(account, staff))
                .collect(Collectors.toMap(
                        account -> cached(account.key()),
                        account -> account.name().full()));
    }

    private static void collectStaff(Account account, Set<String> staff) {
        if (account.role() != Role.PATIENT) {
            staff.add(cached(account.key()));
        }
    }

    private static long key(String cached) {
        return Long.parseLong(cached.substring(PREFIX.length()));
    }
}
