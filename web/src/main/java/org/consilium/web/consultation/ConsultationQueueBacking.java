package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** The list that clinicians work from; what it shows stands in its address. */
@Named
@RequestScoped
public class ConsultationQueueBacking {

    @Inject
    private QueueService queue;

    @Inject
    private HttpServletRequest request;

    private @Nullable Slice<ConsultationSummary> shown;

    public Slice<ConsultationSummary> getConsultations() {
        if (shown == null) {
            String after = request.getParameter("after");
            QueueFilter filter = new QueueFilter(getView(), getPatient(), getSeverity());
            shown = queue.queue(filter, after == null ? null : new ConsultationId(after));
        }
        return shown;
    }

    public QueueView getView() {
        return choice(QueueView.values(), "view").orElse(QueueView.WAITING);
    }

    public @Nullable Severity getSeverity() {
        return choice(Severity.values(), "severity").orElse(null);
    }

    public String getPatient() {
        return Optional.ofNullable(request.getParameter("patient")).orElse("");
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
        return Page.QUEUE.path() + "?view=" + view;
    }

    /** The address of the rows that follow. */
    public String getNext() {
        Severity severity = getSeverity();
        return addressOf(getView())
                + "&patient=" + URLEncoder.encode(getPatient(), StandardCharsets.UTF_8)
                + (severity == null ? "" : "&severity=" + severity)
                + "&after=" + getConsultations().next();
    }

    private <E extends Enum<E>> Optional<E> choice(E[] values, String parameter) {
        String chosen = request.getParameter(parameter);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(chosen))
                .findFirst();
    }
}
