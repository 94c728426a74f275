package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.review.Found;
import org.consilium.review.mark.Marks;
import org.consilium.review.mark.PatientMark;
import org.consilium.review.rule.Access;
import org.consilium.review.rule.AccessRule;
import org.consilium.review.rule.Entry;
import org.consilium.review.rule.Hit;
import org.consilium.review.rule.PersonKeys;
import org.consilium.review.rule.RuleName;
import org.consilium.review.rule.Rules;

/** Asks the rules about each access to a patient's record. */
@ApplicationScoped
public class AccessReview {

    @Inject
    private Rules rules;

    @Inject
    private Marks marks;

    @Inject
    private People people;

    @Inject
    private HospitalDays days;

    /** What they find. */
    List<Found> look(List<Entry> entries) {
        List<Entry> about = entries.stream().filter(Entry::isAboutPatient).toList();
        Set<Long> patients = new HashSet<>();
        Set<Long> clinicians = new HashSet<>();
        about.forEach(entry -> {
            patients.add(Objects.requireNonNull(entry.patient()));
            clinicians.add(Objects.requireNonNull(entry.account()));
        });
        Map<Long, List<PatientMark>> marked = marks.of(patients);
        Map<Long, Map<Long, PersonKeys>> colleagues = new HashMap<>();
        clinicians.forEach(clinician -> colleagues.put(clinician, people.named(people.colleagues(clinician))));
        Map<Long, PersonKeys> names = people.named(
                Stream.concat(patients.stream(), clinicians.stream()).toList());
        return about.stream()
                .map(entry -> new Access(
                        entry,
                        Objects.requireNonNull(names.get(entry.account())),
                        Objects.requireNonNull(names.get(entry.patient())),
                        marked.getOrDefault(entry.patient(), List.of()),
                        Objects.requireNonNull(colleagues.get(entry.account()))))
                .flatMap(this::found)
                .toList();
    }

    private Stream<Found> found(Access access) {
        return rules.ofAccesses().stream().flatMap(rule -> found(rule, access));
    }

    private Stream<Found> found(AccessRule rule, Access access) {
        return rule.check(access).stream().map(hit -> found(rule.name(), hit, access.entry()));
    }

    private Found found(RuleName rule, Hit hit, Entry entry) {
        Found.Key key =
                new Found.Key(rule, Objects.requireNonNull(entry.account()), entry.patient(), days.of(entry.at()));
        return new Found(key, hit, entry.kind(), 1, false, entry.at(), entry.at());
    }
}
