package org.consilium.consultation.team;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.team.Viewers.Found;

/** Tells the patient and the staff who can see a consultation, and why. */
@Stateless
public class AccessService {

    private static final Set<ViewerReason> CARE_TEAM =
            EnumSet.of(ViewerReason.TAKEN, ViewerReason.TEAM, ViewerReason.COVER);

    @Inject
    private Places places;

    @Inject
    private Viewers viewers;

    @Inject
    private Callers callers;

    /** Who can see a consultation at the moment. */
    @Requires(Action.SEE_ACCESS)
    public AccessView of(ConsultationId id) {
        Caller reader = callers.get();
        Place place = places.get(id);
        List<Found> found = viewers.of(place, reader);
        boolean onTeam = found.stream()
                .anyMatch(each -> each.account() == reader.accountKey()
                        && CARE_TEAM.contains(each.viewer().reason()));
        return new AccessView(
                id,
                place.title(),
                place.teamName(),
                found.stream()
                        .map(each -> shown(each, reader, onTeam))
                        .sorted(Comparator.comparing(Viewer::reason).thenComparing(Viewer::name))
                        .toList(),
                onTeam && !place.closed());
    }

    /** What a colleague was asked is for the staff, and to end it for those who may. */
    private static Viewer shown(Found found, Caller reader, boolean onTeam) {
        Viewer viewer = found.viewer();
        boolean endable = onTeam || found.account() == reader.accountKey();
        return new Viewer(
                viewer.name(),
                viewer.role(),
                viewer.reason(),
                viewer.other(),
                viewer.until(),
                endable ? viewer.asking() : null,
                reader.is(Role.PATIENT) ? null : viewer.note());
    }
}
