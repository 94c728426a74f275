package org.consilium.web.consultation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.ConsultationThread;
import org.consilium.consultation.Step;
import org.consilium.web.address.Address;
import org.consilium.web.notice.LiveBacking;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** A consultation as it is read: the thread, and the steps that the reader can take next. */
@Named
@RequestScoped
public class ConsultationThreadBacking {

    @Inject
    private ConsultationService consultations;

    @Inject
    private LiveBacking live;

    @Inject
    private PageRecord record;

    @Inject
    @RequestParameter
    private @Nullable String before;

    private @Nullable ConsultationThread thread;

    /** The thread counts as read once a page shows it. */
    @PostConstruct
    void open() {
        live.begin();
        reload();
    }

    /** Reads the thread again, after a step was refused because it had changed. */
    void reload() {
        thread = consultations.read(getId(), before);
    }

    public ConsultationId getId() {
        return new ConsultationId(record.getId());
    }

    public ConsultationThread getThread() {
        return Objects.requireNonNull(thread);
    }

    public String getPath() {
        return Page.CONSULTATION.of(getId().value());
    }

    /** The address with the part of the thread that is shown. */
    String getPlace() {
        return Address.of(getPath()).with("before", before).toString();
    }

    public String getEarlier() {
        return Address.of(getPath()).with("before", getThread().earlier()).toString();
    }

    public boolean canWrite() {
        return getThread().can(Step.WRITE);
    }

    public boolean canTake() {
        return getThread().can(Step.TAKE);
    }

    public boolean canHandOver() {
        return getThread().can(Step.HAND_OVER);
    }

    public boolean canClose() {
        return getThread().can(Step.CLOSE);
    }
}
