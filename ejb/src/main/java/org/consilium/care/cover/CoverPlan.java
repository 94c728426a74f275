package org.consilium.care.cover;

import java.util.List;
import org.consilium.care.TeamMember;

/**
 * What somebody sees of the cover of their teams.
 *
 * @param covers of themselves, of those whom they cover for, and of the teams that they lead, the earliest first
 * @param led the people for whom they can name somebody else, as they lead their team
 */
public record CoverPlan(List<PlannedCover> covers, List<TeamMember> led) {

    public CoverPlan {
        covers = List.copyOf(covers);
        led = List.copyOf(led);
    }
}
