package org.consilium.privacy.trail;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.consilium.access.Action;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountId;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Slice;
import org.consilium.platform.SliceReader;
import org.consilium.platform.SliceRows;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The reports of the privacy officer on the audit trail (45 CFR 164.308(a)(1)(ii)(D), and 164.404 for the list of the
 * individuals affected). Reading it is on record as well: which report, and about whom.
 */
@Stateless
public class TrailService {

    /** Those of IPv4 and IPv6; anything else has no entries. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    @Inject
    private TrailReader reader;

    @Inject
    private TrailChunks chunks;

    @Inject
    private SliceReader slices;

    @Inject
    private ArchivedDays archived;

    @Inject
    private Parties parties;

    @Inject
    private Accounts accounts;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    @ConfigProperty(name = "consilium.web.time-zone")
    private String hospital;

    /** A filter, and the people whom it names. */
    private record Query(
            TrailFilter filter,
            @Nullable AccountSummary person,
            @Nullable AccountSummary patient) {

        TrailSelection selection(String hospital) {
            return TrailSelection.of(
                    filter,
                    person == null ? null : person.key(),
                    patient == null ? null : patient.key(),
                    ZoneId.of(hospital));
        }

        AuditEvent event(AuditKind kind, String report) {
            AuditEvent event = AuditEvent.of(kind).with("report", report);
            event = person == null ? event : event.on(person.id());
            event = patient == null ? event : event.about(patient.key());
            event = filter.record() == null ? event : event.with("record", filter.record());
            return filter.address() == null ? event : event.with("by", "address");
        }
    }

    /**
     * What was done, the newest first.
     *
     * @param after {@link TrailPage#next} of the page before
     */
    @Requires(Action.READ_TRAIL)
    public TrailPage list(TrailFilter filter, @Nullable TrailPosition after) {
        Query query = query(filter);
        TrailSelection selection = query.selection(hospital);
        TrailReader.Entries entries = reader.newest(selection, after, Slice.ROWS);
        audit.fire(query.event(AuditKind.LIST, "trail")
                .with("results", entries.rows().size()));
        return new TrailPage(
                party(query.person()),
                party(query.patient()),
                parties.rows(entries.rows()),
                entries.next(),
                archived.of(selection));
    }

    /**
     * The patients whom it concerns what somebody did, what came from an address, or what was done with a record.
     *
     * @param filter with one of these
     * @param after {@link Slice#next} of the slice before
     */
    @Requires(Action.READ_TRAIL)
    public AffectedPage affected(TrailFilter filter, @Nullable AccountId after) {
        Query query = query(filter);
        Map<Long, Touched> touched = touched(query);
        long from = after == null ? 0 : accounts.summary(after).key();
        List<Long> keys = touched.keySet().stream()
                .filter(key -> key > from)
                .limit(Slice.ROWS + 1L)
                .toList();
        audit.fire(query.event(AuditKind.LIST, "affected").with("results", touched.size()));
        return new AffectedPage(
                party(query.person()),
                touched.size(),
                Slice.cut(
                        named(keys, touched),
                        affected -> affected.patient().id().value()),
                archived.of(query.selection(hospital)));
    }

    /**
     * Everything that {@link #list} shows, to be kept outside of the system. The export is on record once this returns;
     * rows are read as they are asked for.
     *
     * @param ticket of the caller, who has proved just now who they are
     */
    @Requires(Action.EXPORT_TRAIL)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public Iterator<TrailRow> export(TrailFilter filter, FreshTicket ticket) {
        Query query = query(filter);
        audit.fire(query.event(AuditKind.EXPORT, "trail"));
        TrailSelection selection = query.selection(hospital);
        return new SliceRows<>(slices, after -> chunks.read(selection, after));
    }

    /** The same for {@link #affected}. */
    @Requires(Action.EXPORT_TRAIL)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public Iterator<AffectedPatient> exportAffected(TrailFilter filter, FreshTicket ticket) {
        Query query = query(filter);
        Map<Long, Touched> touched = touched(query);
        audit.fire(query.event(AuditKind.EXPORT, "affected").with("results", touched.size()));
        return named(new ArrayList<>(touched.keySet()), touched).iterator();
    }

    private Map<Long, Touched> touched(Query query) {
        if (!query.filter().namesSource()) {
            throw new NotFoundException();
        }
        return reader.patients(query.selection(hospital));
    }

    private List<AffectedPatient> named(List<Long> keys, Map<Long, Touched> touched) {
        Map<Long, Party> people = parties.of(keys);
        return keys.stream()
                .map(key -> {
                    Touched one = Objects.requireNonNull(touched.get(key));
                    return new AffectedPatient(
                            Objects.requireNonNull(people.get(key)), one.first(), one.last(), one.times());
                })
                .toList();
    }

    /** @throws NotFoundException if it names what does not exist */
    private Query query(TrailFilter filter) {
        String record = filter.record();
        String address = filter.address();
        boolean exists = (record == null || PublicIds.isWellFormed(record))
                && (address == null || ADDRESS.matcher(address).matches());
        if (!exists) {
            throw new NotFoundException();
        }
        return new Query(filter, summary(filter.person()), summary(filter.patient()));
    }

    private @Nullable AccountSummary summary(@Nullable AccountId id) {
        return id == null ? null : accounts.summary(id);
    }

    private static @Nullable Party party(@Nullable AccountSummary account) {
        return account == null ? null : Party.of(account);
    }
}
