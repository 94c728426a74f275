package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.consilium.consultation.ChangedMeanwhileException;
import org.consilium.consultation.Closing;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.ConsultationThread;
import org.consilium.consultation.IllegalStepException;
import org.consilium.consultation.MessageText;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/** The form with which a clinician closes a consultation. */
@Named
@RequestScoped
public class ConsultationClosingBacking {

    @Inject
    private ConsultationService consultations;

    @Inject
    private ConsultationThreadBacking page;

    @Inject
    private Navigation navigation;

    @MessageText
    private @Nullable String summary;

    @MessageText
    private @Nullable String instructions;

    @NotNull
    private @Nullable Long version;

    public void close() {
        try {
            consultations.close(
                    page.getId(),
                    new Closing(
                            Objects.requireNonNull(summary),
                            Objects.requireNonNull(instructions),
                            Objects.requireNonNull(version)));
            navigation.to(Done.CLOSED.at(page.getPath()));
        } catch (ChangedMeanwhileException | IllegalStepException meanwhile) {
            navigation.refuse("consultation.thread.changed");
            page.reload();
            version = null;
        }
    }

    public @Nullable String getSummary() {
        return summary;
    }

    public void setSummary(@Nullable String summary) {
        this.summary = summary;
    }

    public @Nullable String getInstructions() {
        return instructions;
    }

    public void setInstructions(@Nullable String instructions) {
        this.instructions = instructions;
    }

    /** The version that the clinician has read; sent back with the form. */
    public @Nullable Long getVersion() {
        ConsultationThread thread = page.getThread();
        return version == null && thread != null ? Long.valueOf(thread.version()) : version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }
}
