package org.consilium.privacy.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.platform.Slice;
import org.consilium.privacy.trail.ArchivedDays;
import org.consilium.privacy.trail.Parties;
import org.consilium.privacy.trail.Party;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.privacy.trail.TrailPosition;
import org.jspecify.annotations.Nullable;

/** Shows patients who of the staff has seen their record, in which role, when, and what they did. */
@Stateless
public class StaffAccessService {

    @Inject
    private StaffAccesses accesses;

    @Inject
    private ArchivedDays archived;

    @Inject
    private Parties parties;

    @Inject
    private Callers callers;

    /**
     * Visits to the caller's record, the newest first.
     *
     * @param after the place that {@link Slice#next} of the slice before names
     */
    @Requires(Action.SEE_ACCESSES)
    public StaffVisits list(@Nullable TrailPosition after) {
        long patient = callers.get().accountKey();
        VisitGroups groups = new VisitGroups(after == null ? Map.of() : accesses.before(after, patient), Slice.ROWS);
        List<TrailEntry> entries = accesses.after(Optional.ofNullable(after), patient);
        groups.add(entries);
        TrailPosition next = groups.next();
        if (next == null && entries.size() == StaffAccesses.READ) {
            next = entries.getLast().position();
        }
        return next == null
                ? new StaffVisits(new Slice<>(visits(groups.groups()), null), archived.all())
                : new StaffVisits(new Slice<>(visits(groups.groups()), next.code()), null);
    }

    /**
     * The visit that a question is about, as far as its last entry tells.
     *
     * @throws NotFoundException if there is no such entry about the caller
     */
    @Requires(Action.SEE_ACCESSES)
    public StaffVisit get(TrailPosition place) {
        TrailEntry entry = accesses.at(place, callers.get().accountKey()).orElseThrow(NotFoundException::new);
        return visits(List.of(new VisitGroups.Group(List.of(entry)))).getFirst();
    }

    private List<StaffVisit> visits(List<VisitGroups.Group> groups) {
        Map<Long, Party> people = parties.of(groups.stream()
                .map(group -> Objects.requireNonNull(group.newest().account()))
                .toList());
        List<StaffVisit> visits = new ArrayList<>();
        for (VisitGroups.Group group : groups) {
            TrailEntry newest = group.newest();
            Party staff = Objects.requireNonNull(people.get(newest.account()));
            visits.add(new StaffVisit(
                    newest.position(),
                    staff.name(),
                    Objects.requireNonNull(newest.role()),
                    group.first(),
                    newest.at(),
                    group.isEmergency(),
                    group.actions()));
        }
        return visits;
    }
}
