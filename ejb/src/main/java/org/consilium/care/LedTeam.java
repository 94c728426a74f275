package org.consilium.care;

import org.consilium.account.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A team, and what was decided for it.
 *
 * @param lead the name of its lead; null without one
 */
public record LedTeam(TeamId id, String name, @Nullable PersonName lead, TeamSettings settings) {}
