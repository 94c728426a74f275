package org.consilium.consultation.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.account.PersonName;
import org.consilium.database.InstantConverter;
import org.consilium.database.NativeReads;
import org.jspecify.annotations.Nullable;

/**
 * Finds everybody who can see a consultation, in one statement. Each way to reach one, of which the permission of
 * consultations has a condition, has a part here: a new one must be added to both.
 */
@ApplicationScoped
public class Viewers {

    private static final InstantConverter TIMES = new InstantConverter();

    /** Of the account {@code a}, and of a colleague {@code o}. */
    private static final String COLUMNS = "select '%s', a.id, a.first_name, a.last_name, a.role, ";

    private static final String NOTHING_ELSE = "null, null, null, null, null";
    private static final String PATIENT =
            COLUMNS.formatted(ViewerReason.PATIENT) + NOTHING_ELSE + " from account a where a.id = ?";
    private static final String HOLDER = COLUMNS.formatted(ViewerReason.TAKEN) + NOTHING_ELSE
            + " from account a where a.id = ? and a.status = 'ACTIVE'";
    private static final String TEAM = COLUMNS.formatted(ViewerReason.TEAM) + NOTHING_ELSE
            + " from team_member m join account a on a.id = m.clinician_id and a.status = 'ACTIVE'"
            + " where m.team_id = ?";
    private static final String COVER_PEOPLE = COLUMNS.formatted(ViewerReason.COVER)
            + "o.first_name, o.last_name, v.ends_at, null, null from cover v"
            + " join account a on a.id = v.covering_id and a.status = 'ACTIVE' join account o on o.id = v.covered_id"
            + " where v.starts_at <= ? and v.ends_at > ? and ";
    private static final String COVER_OF_TEAM =
            COVER_PEOPLE + "v.covered_id in (select m.clinician_id from team_member m where m.team_id = ?)";
    private static final String COVER_OF_HOLDER = COVER_PEOPLE + "v.covered_id = ?";
    private static final String ASKED = COLUMNS.formatted(ViewerReason.ASKED_IN)
            + "o.first_name, o.last_name, null, q.public_id, q.note from asking q"
            + " join account a on a.id = q.asked_id and a.status = 'ACTIVE' join account o on o.id = q.asked_by"
            + " where q.consultation_id = ? and q.active = true";

    private static final String EMERGENCY = COLUMNS.formatted(ViewerReason.EMERGENCY)
            + "null, null, e.until_at, null, null from emergency_access e"
            + " join account a on a.id = e.clinician_id and a.status = 'ACTIVE'"
            + " where e.patient_id = ? and e.open_by is not null and e.until_at > ?";

    /** A privacy officer may hold back the letter to the patient, and this with it. */
    private static final String TOLD = " and e.letter = 'SENT'";

    @Inject
    private NativeReads reads;

    @Inject
    private Clock clock;

    /** Somebody, by the key of their account. */
    record Found(long account, Viewer viewer) {}

    /** A part of the statement, and the values of its parameters. */
    private record Part(String sql, List<Object> values) {}

    /** All, each reason with all people who have it, by name. */
    List<Found> of(Place place, Caller reader) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(PATIENT, List.of(place.patient())));
        Long holder = place.holder();
        if (holder != null && !place.closed()) {
            parts.add(new Part(HOLDER, List.of(holder)));
            parts.add(new Part(COVER_OF_HOLDER, List.of(now, now, holder)));
        }
        parts.add(new Part(TEAM, List.of(place.team())));
        parts.add(new Part(COVER_OF_TEAM, List.of(now, now, place.team())));
        parts.add(new Part(ASKED, List.of(place.key())));
        parts.add(new Part(EMERGENCY + (reader.is(Role.PATIENT) ? TOLD : ""), List.of(place.patient(), now)));
        String sql = String.join(" union ", parts.stream().map(Part::sql).toList());
        List<Object> values =
                parts.stream().flatMap(part -> part.values().stream()).toList();
        return reads.rows(sql, values).stream().map(Viewers::found).toList();
    }

    private static Found found(Object[] row) {
        return new Found(
                (long) row[1],
                new Viewer(
                        PersonName.full((String) row[2], (String) row[3]),
                        Role.valueOf((String) row[4]),
                        ViewerReason.valueOf((String) row[0]),
                        row[5] == null ? null : PersonName.full((String) row[5], (String) row[6]),
                        TIMES.convertToEntityAttribute((@Nullable LocalDateTime) row[7]),
                        row[8] == null ? null : new AskingId((String) row[8]),
                        (@Nullable String) row[9]));
    }
}
