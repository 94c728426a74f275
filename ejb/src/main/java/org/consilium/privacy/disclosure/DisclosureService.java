package org.consilium.privacy.disclosure;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.AccountId;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.account.PersonName;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.platform.HospitalDay;
import org.consilium.privacy.trail.ArchivedDays;
import org.consilium.privacy.trail.ExportedRows;
import org.consilium.privacy.trail.Party;

/**
 * Accounts for disclosures of the last six years (45 CFR 164.528). Those that paragraph (a)(1) exempts, such as for
 * treatment, payment, and health care operations, or with the patient's authorization, do not belong there. Those
 * outside of the system are entered by hand.
 */
@Stateless
public class DisclosureService {
    private static final int YEARS = 6;

    /** More than anybody has; the document is read by a person. */
    private static final int MOST = 2_000;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private ExportedRows exports;

    @Inject
    private ArchivedDays archived;

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /** The accounting for a patient, up to today. */
    @Requires(Action.LIST_DISCLOSURES)
    public Accounting accounting(AccountId id) {
        AccountSummary patient = patient(id);
        Accounting accounting = accounting(patient);
        audit.fire(report(AuditKind.LIST, patient)
                .with("results", accounting.entered().size()));
        return accounting;
    }

    /**
     * The same, to be kept outside of the system.
     *
     * @param ticket of the caller, who has proved just now who they are
     */
    @Requires(Action.EXPORT_LIST)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public Accounting export(AccountId id, FreshTicket ticket) {
        AccountSummary patient = patient(id);
        Accounting accounting = accounting(patient);
        audit.fire(report(AuditKind.EXPORT, patient));
        return accounting;
    }

    private static AuditEvent report(AuditKind kind, AccountSummary patient) {
        return AuditEvent.of(kind).about(patient.key()).with("report", "disclosures");
    }

    private Accounting accounting(AccountSummary patient) {
        LocalDate until = HospitalDay.today();
        LocalDate from = until.minusYears(YEARS);
        List<Disclosure> entered = entities.createQuery(
                        "select d from Disclosure d where d.patientKey = :patient and d.date >= :from"
                                + " order by d.date desc, d.key desc",
                        Disclosure.class)
                .setParameter("patient", patient.key())
                .setParameter("from", from)
                .setMaxResults(MOST)
                .getResultList();
        ExportedRows.Exports exported = exports.of(patient, from, MOST);
        return new Accounting(
                Party.of(patient),
                from,
                until,
                rows(entered),
                exported.rows(),
                entered.size() < MOST && exported.complete(),
                archived.since(from));
    }

    private List<DisclosureRow> rows(List<Disclosure> entered) {
        Map<Long, PersonName> names =
                accounts.names(entered.stream().map(Disclosure::enteredBy).toList());
        return entered.stream()
                .map(one -> one.asRow(
                        Objects.requireNonNull(names.get(one.enteredBy())).full()))
                .toList();
    }

    /** Enters a disclosure outside of the system; nothing happens if the same form was sent before. */
    @Requires(Action.ENTER_DISCLOSURE)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public void enter(AccountId id, @Valid NewDisclosure entered) {
        AccountSummary patient = accounts.lockedSummary(patient(id).key());
        long officer = callers.get().accountKey();
        boolean known = !entities.createQuery(
                        "select d.key from Disclosure d where d.enteredBy = :officer and d.formKey = :key", Long.class)
                .setParameter("officer", officer)
                .setParameter("key", entered.key())
                .getResultList()
                .isEmpty();
        if (!known) {
            entities.persist(new Disclosure(patient.key(), entered, officer, clock.instant()));
        }
        audit.fire(AuditEvent.of(AuditKind.CHANGE).about(patient.key()));
    }

    private AccountSummary patient(AccountId id) {
        AccountSummary account = accounts.summary(id);
        if (account.role() != Role.PATIENT) {
            throw new NotFoundException();
        }
        return account;
    }
}
