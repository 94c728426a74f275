package org.consilium.response;

import java.time.Instant;
import org.consilium.care.TeamRule;

/**
 * The queue of a team, as one of those sees it who are told of it.
 *
 * @param latestStart what has been in it since then, or for longer, has waited for too long
 */
record OverdueQueue(TeamRule team, Addressee addressee, Instant latestStart) {}
