package org.consilium.notice;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.consilium.account.ActiveAccounts;
import org.consilium.account.SignedOut;
import org.consilium.account.StandingChanged;
import org.consilium.cache.Broadcast;
import org.consilium.cache.SharedStrings;
import org.consilium.consultation.ConsultationChanged;
import org.consilium.emergency.CurrentEmergencies;
import org.consilium.emergency.EmergencyChanged;
import org.consilium.platform.PublicIds;
import org.consilium.review.ReviewsChanged;

/**
 * Passes commits of this node to all nodes, and commits of all nodes to the listeners here. Each notice also changes
 * the version of its audience, so that those who were not listening see that there was one.
 */
@ApplicationScoped
public class NoticeBoard implements NoticeSource {

    /** Named as in earlier versions, which run beside this one during an upgrade. */
    private static final String VERSION = "consilium:mark:";

    /** Longer than a page stays open without being read again. A version that has expired costs one more read. */
    private static final Duration VERSION_TTL = Duration.ofHours(1);

    @Inject
    private Broadcast broadcast;

    @Inject
    private SharedStrings strings;

    @Inject
    private ActiveAccounts active;

    @Inject
    private CurrentEmergencies emergencies;

    @Resource
    private ManagedExecutorService threads;

    @Resource
    private ContextService contexts;

    private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConsultationChanged change) {
        Audience teams = Audience.ofTeams(change.teams()).and(Audience.ofClinicians(change.people()));
        Audience others = change.seenByPatient()
                ? Audience.ofPatient(change.patientKey())
                : Audience.inEmergencyOf(change.patientKey());
        tell(new Notice.Change(change.id().value(), teams.and(others)));
    }

    /** The privacy officers follow each of them, and the pages of its clinician say that it is open. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) EmergencyChanged change) {
        Audience clinician = Audience.ofClinician(change.clinicianKey());
        tell(new Notice.Change(change.id().value(), clinician.and(Audience.ofOfficers())));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReviewsChanged change) {
        tell(new Notice.Change(change.id().value(), Audience.ofOfficers()));
    }

    private void tell(Notice.Change notice) {
        Map<String, String> versions = notice.audience().members().stream()
                .collect(Collectors.toMap(VERSION::concat, member -> PublicIds.next()));
        broadcast.send(notice.text(), versions, VERSION_TTL);
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) StandingChanged account) {
        end(account.accountKey());
    }

    void signedOut(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignedOut account) {
        end(account.accountKey());
    }

    private void end(long account) {
        broadcast.send(new Notice.End(account).text(), Map.of(), VERSION_TTL);
    }

    /** A string that changes with each notice to the audience. */
    String version(Audience audience) {
        Collection<String> names =
                audience.members().stream().sorted().map(VERSION::concat).toList();
        Map<String, String> known = strings.find(names);
        return names.stream().map(name -> known.getOrDefault(name, "-")).collect(Collectors.joining("."));
    }

    @Override
    public void listen(Consumer<Notice> listener) {
        listeners.add(listener);
    }

    /** Starts to receive notices; they are handled on threads of the server, not of the Redis connection. */
    void open() {
        Consumer<String> here = contexts.contextualConsumer(this::arrived);
        broadcast.listen(
                text -> threads.execute(() -> here.accept(text)),
                () -> threads.execute(() -> here.accept(new Notice.Missed().text())));
    }

    private void arrived(String text) {
        Notice.of(text).ifPresent(notice -> {
            if (notice instanceof Notice.End end) {
                active.forget(end.accountKey());
            }
            if (notice instanceof Notice.Change change) {
                change.audience().clinicians().forEach(emergencies::forget);
            }
            listeners.forEach(listener -> listener.accept(notice));
        });
    }
}
