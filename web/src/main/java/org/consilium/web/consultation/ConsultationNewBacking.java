package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.consilium.consultation.BodySite;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.ConsultationTitle;
import org.consilium.consultation.MessageText;
import org.consilium.consultation.NewConsultation;
import org.consilium.consultation.OnsetDate;
import org.consilium.consultation.Severity;
import org.consilium.form.FormKey;
import org.consilium.platform.ShortValue;
import org.consilium.web.image.PhotosField;
import org.consilium.web.send.FormKeys;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** The form with which a patient asks the clinic. */
@Named
@RequestScoped
public class ConsultationNewBacking {

    @Inject
    private ConsultationService consultations;

    @Inject
    private PhotosField photos;

    @Inject
    private Navigation navigation;

    @ConsultationTitle
    private @Nullable String title;

    @MessageText
    private @Nullable String description;

    @NotNull
    private @Nullable BodySite bodySite;

    @OnsetDate
    private @Nullable LocalDate since;

    @NotNull
    private @Nullable Severity severity;

    @FormKey
    @ShortValue
    private String key = FormKeys.next();

    public void submit() {
        photos.use(images -> {
            ConsultationId id = consultations.submit(new NewConsultation(
                    Objects.requireNonNull(title),
                    Objects.requireNonNull(description),
                    Objects.requireNonNull(bodySite),
                    since,
                    Objects.requireNonNull(severity),
                    images,
                    key));
            navigation.to(Done.SUBMITTED.at(Page.CONSULTATION.of(id.value())));
        });
    }

    public List<BodySite> getBodySites() {
        return List.of(BodySite.values());
    }

    public List<Severity> getSeverities() {
        return List.of(Severity.MILD, Severity.MODERATE, Severity.SEVERE);
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable BodySite getBodySite() {
        return bodySite;
    }

    public void setBodySite(@Nullable BodySite bodySite) {
        this.bodySite = bodySite;
    }

    public @Nullable LocalDate getSince() {
        return since;
    }

    public void setSince(@Nullable LocalDate since) {
        this.since = since;
    }

    public @Nullable Severity getSeverity() {
        return severity;
    }

    public void setSeverity(@Nullable Severity severity) {
        this.severity = severity;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
