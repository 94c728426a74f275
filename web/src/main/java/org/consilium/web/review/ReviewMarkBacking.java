package org.consilium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.consilium.platform.ShortValue;
import org.consilium.review.mark.MarkKind;
import org.consilium.review.mark.MarkRefusedException;
import org.consilium.review.mark.MarkService;
import org.consilium.review.mark.NewMark;
import org.consilium.web.form.PatientFields;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Marks a patient. */
@Named
@RequestScoped
public class ReviewMarkBacking extends PatientFields {

    @Inject
    private MarkService marks;

    @Inject
    private Navigation navigation;

    @NotNull
    private @Nullable MarkKind kind;

    @ShortValue
    private @Nullable String staff;

    public void mark() {
        NewMark form = new NewMark(first(), last(), birth(), Objects.requireNonNull(kind), staff);
        try {
            marks.mark(form);
            navigation.to(Done.PATIENT_MARKED.at(Page.MARKS.path()));
        } catch (MarkRefusedException refused) {
            navigation.refuse("review.marks.refused." + refused.refusal());
        }
    }

    public List<MarkKind> getKinds() {
        return List.of(MarkKind.values());
    }

    public @Nullable MarkKind getKind() {
        return kind;
    }

    public void setKind(@Nullable MarkKind kind) {
        this.kind = kind;
    }

    public @Nullable String getStaff() {
        return staff;
    }

    public void setStaff(@Nullable String staff) {
        this.staff = staff;
    }
}
