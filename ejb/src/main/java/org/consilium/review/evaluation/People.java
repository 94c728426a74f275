package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.account.Accounts;
import org.consilium.cache.NodeMemory;
import org.consilium.care.Teams;
import org.consilium.review.rule.PersonKeys;

/** The names of people, and who works with whom, as they were some minutes ago at most. */
@ApplicationScoped
public class People {

    private static final Duration TTL = Duration.ofMinutes(5);
    private static final Duration TEAM_TTL = Duration.ofSeconds(30);

    @Inject
    private Accounts accounts;

    @Inject
    private Teams teams;

    @Inject
    private Clock clock;

    private final NodeMemory<Long, PersonKeys> names = new NodeMemory<>(TTL);
    private final NodeMemory<Long, List<Long>> members = new NodeMemory<>(TEAM_TTL);

    /** The names of those who have an account, by the keys of their accounts. */
    Map<Long, PersonKeys> named(Collection<Long> keys) {
        Map<Long, PersonKeys> found = new HashMap<>();
        Set<Long> unknown = new HashSet<>();
        for (long key : keys) {
            names.find(key, clock).ifPresentOrElse(name -> found.put(key, name), () -> unknown.add(key));
        }
        Instant now = clock.instant();
        accounts.names(unknown).forEach((key, name) -> {
            PersonKeys read = PersonKeys.of(name);
            names.remember(key, read, now);
            found.put(key, read);
        });
        return found;
    }

    /** The keys of the accounts of those who are in a team with somebody. */
    Set<Long> colleagues(long account) {
        Set<Long> all = new HashSet<>();
        teams.of(account).forEach(team -> all.addAll(members(team)));
        all.remove(account);
        return all;
    }

    private List<Long> members(long team) {
        return members.find(team, clock).orElseGet(() -> {
            Instant now = clock.instant();
            List<Long> found = teams.members(team);
            members.remember(team, found, now);
            return found;
        });
    }
}
