package org.consilium.care.cover;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.TrailReason;
import org.consilium.account.AccountId;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.care.Colleagues;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.mail.LetterKind;
import org.jspecify.annotations.Nullable;

/** Lets clinicians name somebody who covers for them while they are away, and leads do so for their teams. */
@Stateless
public class CoverService {

    /** How far ahead it is planned. */
    static final Duration LATEST_END = Duration.ofDays(366);

    @Inject
    private Covers covers;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Accounts accounts;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /** The covers that concern the caller, and those of the teams that they lead. */
    @Requires(Action.LIST_COVER)
    public CoverPlan plan() {
        Caller reader = callers.get();
        List<Colleagues.Led> led = colleagues.ledBy(reader.accountKey());
        List<Long> own = new ArrayList<>(led.stream().map(Colleagues.Led::key).toList());
        own.add(reader.accountKey());
        Instant now = clock.instant();
        return new CoverPlan(
                Stream.concat(
                                covers.ofThese(own).stream().map(cover -> planned(cover, true, now)),
                                covers.by(reader.accountKey()).stream()
                                        .filter(given ->
                                                !own.contains(given.cover().coveredKey()))
                                        .map(cover -> planned(cover, false, now)))
                        .sorted(Comparator.comparing(PlannedCover::from).thenComparing(PlannedCover::until))
                        .toList(),
                led.stream().map(Colleagues.Led::member).toList());
    }

    private static PlannedCover planned(Covers.Named named, boolean endable, Instant now) {
        return named.cover().asPlanned(named.covered(), named.covering(), endable, now);
    }

    /**
     * Names somebody who covers, and tells them by a letter, and the one who is covered if a lead has named them.
     *
     * @throws CoverRefusedException when they cannot, or not then
     * @throws NotFoundException when it is for somebody else whose team the caller does not lead
     */
    @Requires(Action.GIVE_COVER)
    @Limited(Limit.CARE_ACCOUNT)
    public void give(@Valid NewCover cover) {
        Caller giver = callers.get();
        Instant now = clock.instant();
        Period period = new Period(
                Stream.of(now, Objects.requireNonNullElse(cover.from(), now))
                        .max(Comparator.naturalOrder())
                        .orElse(now),
                cover.until());
        require(period.from().isBefore(period.until()), CoverRefusal.OVER);
        require(!period.until().isAfter(now.plus(LATEST_END)), CoverRefusal.TOO_LONG);
        long covered = covered(cover.covered(), giver);
        long covering = colleagues
                .byAddress(cover.covering())
                .orElseThrow(() -> new CoverRefusedException(CoverRefusal.NOBODY));
        require(covered != covering, CoverRefusal.SELF);
        require(covering != giver.accountKey() || colleagues.leadsAll(covering, covered), CoverRefusal.OTHER_TEAMS);
        require(!covers.isAway(covering, period), CoverRefusal.AWAY);
        require(!covers.isCovered(covered, covering, period), CoverRefusal.ALREADY);
        Cover given = new Cover(covered, covering, period, giver.accountKey(), now);
        covers.add(given);
        tell(given, LetterKind.COVER_GIVEN);
        if (covered != giver.accountKey()) {
            accounts.activeOwner(covered).ifPresent(away -> letters.send(LetterKind.COVER_ARRANGED, away));
        }
        audit.fire(event(given).with("from", period.from()).with("until", period.until()));
    }

    private long covered(@Nullable AccountId chosen, Caller giver) {
        if (chosen == null || chosen.value().equals(giver.getName())) {
            return giver.accountKey();
        }
        return colleagues.ledBy(giver.accountKey()).stream()
                .filter(led -> led.member().id().equals(chosen))
                .findFirst()
                .orElseThrow(NotFoundException::new)
                .key();
    }

    private static void require(boolean fulfilled, CoverRefusal otherwise) {
        if (!fulfilled) {
            throw new CoverRefusedException(otherwise);
        }
    }

    /** Ends a cover before its time, and tells the one who covers; one that has ended already stays as it is. */
    @Requires(Action.END_COVER)
    @Limited(Limit.CARE_ACCOUNT)
    public void end(CoverId id) {
        Cover cover = covers.find(id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        if (!cover.isOver(now)) {
            cover.end(callers.get().accountKey(), now);
            covers.changed(cover);
            tell(cover, LetterKind.COVER_ENDED);
            audit.fire(event(cover).because(End.ENDED));
        }
    }

    private void tell(Cover cover, LetterKind kind) {
        accounts.activeOwner(cover.coveringKey()).ifPresent(colleague -> letters.send(kind, colleague));
    }

    private enum End implements TrailReason {
        ENDED
    }

    private static AuditEvent event(Cover cover) {
        return AuditEvent.of(AuditKind.PERMISSION)
                .on(cover.id())
                .with("covered", cover.coveredKey())
                .with("covering", cover.coveringKey());
    }
}
