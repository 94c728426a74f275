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
import org.consilium.account.AccountClosed;
import org.consilium.account.ActiveAccounts;
import org.consilium.cache.Broadcast;
import org.consilium.cache.SharedTexts;
import org.consilium.consultation.ConsultationChanged;
import org.consilium.platform.PublicIds;

/**
 * Takes what was committed here to all nodes, and what any node committed to those who listen here. Beside each notice
 * every audience has a mark, which changes with it: whoever was not listening sees by the mark that there was one.
 */
@ApplicationScoped
public class NoticeBoard implements NoticeSource {

    private static final String MARK = "consilium:mark:";

    /** Longer than a page stays open without being read anew. A mark that is gone costs one reading. */
    private static final Duration MARK_LIVES = Duration.ofHours(1);

    @Inject
    private Broadcast broadcast;

    @Inject
    private SharedTexts texts;

    @Inject
    private ActiveAccounts active;

    @Resource
    private ManagedExecutorService threads;

    @Resource
    private ContextService contexts;

    private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConsultationChanged change) {
        Audience teams = Audience.ofTeams(change.teams());
        Long patient = change.patientId();
        Audience audience = patient == null ? teams : teams.and(Audience.ofPatient(patient));
        Map<String, String> marks =
                audience.members().stream().collect(Collectors.toMap(MARK::concat, member -> PublicIds.next()));
        broadcast.send(new Notice.Change(change.id().value(), audience).text(), marks, MARK_LIVES);
    }

    void closed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountClosed account) {
        broadcast.send(new Notice.End(account.accountId()).text(), Map.of(), MARK_LIVES);
    }

    /** A text that is another one after each notice to the audience. */
    String mark(Audience audience) {
        Collection<String> names =
                audience.members().stream().sorted().map(MARK::concat).toList();
        Map<String, String> known = texts.find(names);
        return names.stream().map(name -> known.getOrDefault(name, "-")).collect(Collectors.joining("."));
    }

    @Override
    public void listen(Consumer<Notice> listener) {
        listeners.add(listener);
    }

    /** Begins to hear what the nodes tell; the connection's own thread is not kept. */
    void open() {
        Consumer<String> here = contexts.contextualConsumer(this::arrived);
        broadcast.listen(
                text -> threads.execute(() -> here.accept(text)),
                () -> threads.execute(() -> here.accept(new Notice.Missed().text())));
    }

    private void arrived(String text) {
        Notice.of(text).ifPresent(notice -> {
            if (notice instanceof Notice.End end) {
                active.forget(end.accountId());
            }
            listeners.forEach(listener -> listener.accept(notice));
        });
    }
}
