package org.consilium.privacy.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consilium.access.NotFoundException;
import org.consilium.platform.Slice;
import org.consilium.privacy.trail.Parties;
import org.consilium.privacy.trail.Party;
import org.jspecify.annotations.Nullable;

/** The repository of questions. */
@ApplicationScoped
public class Questions {
    private static final int MOST_OF_PATIENT = 100;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Parties parties;

    void add(Question question) {
        entities.persist(question);
    }

    boolean isSent(long patient, String formKey) {
        return !entities.createQuery(
                        "select q.key from Question q where q.patientKey = :patient and q.formKey = :key", Long.class)
                .setParameter("patient", patient)
                .setParameter("key", formKey)
                .getResultList()
                .isEmpty();
    }

    /** The last ones of a patient, the newest first. */
    List<Question> of(long patient) {
        return entities.createQuery(
                        "select q from Question q where q.patientKey = :patient order by q.key desc", Question.class)
                .setParameter("patient", patient)
                .setMaxResults(MOST_OF_PATIENT)
                .getResultList();
    }

    /** Those without an answer, the oldest first. */
    Slice<ReceivedQuestion> open(@Nullable QuestionId after) {
        String following = after == null ? "" : " and (q.askedAt > :at or (q.askedAt = :at and q.key > :key))";
        return slice("q.answeredAt is null" + following + " order by q.askedAt, q.key", after, Question::askedAt);
    }

    /** Those with one, the last answer first. */
    Slice<ReceivedQuestion> answered(@Nullable QuestionId after) {
        String following = after == null ? "" : " and (q.answeredAt < :at or (q.answeredAt = :at and q.key < :key))";
        return slice(
                "q.answeredAt is not null" + following + " order by q.answeredAt desc, q.key desc",
                after,
                Question::answeredAt);
    }

    private Slice<ReceivedQuestion> slice(
            String condition, @Nullable QuestionId after, Function<Question, @Nullable Instant> time) {
        TypedQuery<Question> query =
                entities.createQuery("select q from Question q where " + condition, Question.class);
        if (after != null) {
            Question last = get(after);
            query.setParameter("at", time.apply(last)).setParameter("key", last.key());
        }
        return Slice.cut(
                received(query.setMaxResults(Slice.ROWS + 1).getResultList()),
                question -> question.id().value());
    }

    /** As the privacy officer sees them. */
    List<ReceivedQuestion> received(List<Question> questions) {
        Map<Long, Party> people = parties.of(questions.stream()
                .flatMap(question -> Stream.of(question.patientKey(), question.staffKey()))
                .toList());
        return questions.stream()
                .map(question -> question.asReceived(
                        Objects.requireNonNull(people.get(question.patientKey())),
                        Objects.requireNonNull(people.get(question.staffKey()))))
                .toList();
    }

    Optional<Question> find(QuestionId id) {
        return entities.createQuery("select q from Question q where q.publicId = :id", Question.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    Question get(QuestionId id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    /** Locks one until the transaction ends. */
    void lock(Question question) {
        entities.refresh(question, LockModeType.PESSIMISTIC_WRITE);
    }
}
