package org.consilium.privacy.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;

/** Names the people of entries. */
@ApplicationScoped
public class Parties {

    /** Keys in one statement at most. */
    private static final int TOGETHER = 1_000;

    @Inject
    private Accounts accounts;

    /** People by the keys of their accounts. */
    public Map<Long, Party> of(Collection<Long> keys) {
        List<Long> all = new ArrayList<>(new HashSet<>(keys));
        Map<Long, Party> parties = new HashMap<>();
        for (int begin = 0; begin < all.size(); begin += TOGETHER) {
            Map<Long, AccountSummary> some =
                    accounts.summaries(all.subList(begin, Math.min(all.size(), begin + TOGETHER)));
            some.forEach((key, account) -> parties.put(key, Party.of(account)));
        }
        return parties;
    }

    List<TrailRow> rows(List<TrailEntry> entries) {
        Set<Long> keys = new HashSet<>();
        entries.forEach(entry -> Stream.of(entry.account(), entry.patient())
                .filter(Objects::nonNull)
                .forEach(keys::add));
        Map<Long, Party> parties = of(keys);
        return entries.stream()
                .map(entry -> new TrailRow(entry, parties.get(entry.account()), parties.get(entry.patient())))
                .toList();
    }
}
