package org.consilium.review.mark;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** Marks as the privacy officers see them, with the people in them. */
@ApplicationScoped
public class MarkedPatients {

    @Inject
    private Marks marks;

    @Inject
    private Accounts accounts;

    /** The newest first. */
    Slice<MarkedPatient> after(@Nullable MarkId last) {
        return Slice.cut(marks.before(marks.key(last)), mark -> mark.id().value())
                .map(this::rows);
    }

    /** The same by keys: a list that is read to its end goes on where it was, although the mark there was removed. */
    Slice<MarkedPatient> afterKey(@Nullable String last) {
        return Slice.cut(
                        marks.before(last == null ? Long.MAX_VALUE : Long.parseLong(last)),
                        mark -> String.valueOf(mark.key()))
                .map(this::rows);
    }

    private List<MarkedPatient> rows(List<Mark> found) {
        Map<Long, AccountSummary> people = accounts.summaries(found.stream()
                .flatMap(mark -> Stream.of(mark.patientKey(), mark.staffKey(), mark.markedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(mark -> mark.asRow(
                        Objects.requireNonNull(people.get(mark.patientKey())),
                        mark.staffKey() == null ? null : people.get(mark.staffKey()),
                        Objects.requireNonNull(people.get(mark.markedBy()))))
                .toList();
    }
}
