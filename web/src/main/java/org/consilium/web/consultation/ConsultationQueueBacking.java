package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.QueueFilter;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.QueueView;
import org.consilium.consultation.Severity;
import org.consilium.platform.Slice;
import org.consilium.web.address.Address;
import org.consilium.web.search.Searches;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** The list that clinicians work from; its address says what it shows. */
@Named
@RequestScoped
public class ConsultationQueueBacking {

    @Inject
    private QueueService queue;

    @Inject
    @RequestParameter
    private @Nullable ConsultationId after;

    @Inject
    private Searches searches;

    @Inject
    @RequestParameter
    private @Nullable String view;

    @Inject
    @RequestParameter
    private @Nullable String severity;

    private @Nullable Slice<ConsultationSummary> shown;

    public Slice<ConsultationSummary> getConsultations() {
        if (shown == null) {
            QueueFilter filter = new QueueFilter(getView(), getPatient(), getSeverity());
            shown = queue.queue(filter, after);
        }
        return shown;
    }

    public QueueView getView() {
        return choice(QueueView.values(), view).orElse(QueueView.WAITING);
    }

    public @Nullable Severity getSeverity() {
        return choice(Severity.values(), severity).orElse(null);
    }

    private String getPatient() {
        return searches.getText();
    }

    public boolean isFiltered() {
        return !getPatient().isBlank() || getSeverity() != null;
    }

    public List<QueueView> getViews() {
        return List.of(QueueView.values());
    }

    public List<Severity> getSeverities() {
        return List.of(Severity.values());
    }

    public String addressOf(QueueView view) {
        return inView(view).toString();
    }

    /** The address of the next rows. */
    public String getNext() {
        return filtered().with("after", getConsultations().next()).toString();
    }

    /** The address of the rows that are shown. */
    public String getPlace() {
        return filtered().with("after", after == null ? null : after.value()).toString();
    }

    private Address filtered() {
        Severity only = getSeverity();
        return inView(getView())
                .with(Searches.PARAMETER, searches.getKey())
                .with("severity", only == null ? null : only.name());
    }

    private static Address inView(QueueView view) {
        return Address.of(Page.QUEUE.path()).with("view", view.name());
    }

    /** Unknown values are ignored: addresses may come from another version. */
    private static <E extends Enum<E>> Optional<E> choice(E[] values, @Nullable String chosen) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(chosen))
                .findFirst();
    }
}
