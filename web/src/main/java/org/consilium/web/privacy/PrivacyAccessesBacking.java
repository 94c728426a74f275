package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.consilium.privacy.access.StaffAccessService;
import org.consilium.privacy.access.StaffVisit;
import org.consilium.privacy.access.StaffVisits;
import org.consilium.privacy.question.OwnQuestion;
import org.consilium.privacy.question.QuestionService;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.web.address.Address;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** Who of the staff has seen the patient's record, and the patient's questions about that. */
@Named
@RequestScoped
public class PrivacyAccessesBacking {

    /** The parameter with the place of the visit that a question is about. */
    static final String ABOUT = "about";

    @Inject
    private StaffAccessService accesses;

    @Inject
    private QuestionService questions;

    @Inject
    @RequestParameter
    private @Nullable String after;

    private @Nullable StaffVisits shown;
    private @Nullable List<OwnQuestion> asked;

    public StaffVisits getVisits() {
        if (shown == null) {
            shown = accesses.list(TrailPosition.parse(after).orElse(null));
        }
        return shown;
    }

    public List<OwnQuestion> getQuestions() {
        if (asked == null) {
            asked = questions.own();
        }
        return asked;
    }

    /** The address of the next rows. */
    public String getNext() {
        return address().with("after", getVisits().slice().next()).toString();
    }

    /** The address with the form for a question about a visit. */
    public String asking(StaffVisit visit) {
        return address()
                .with("after", Optional.ofNullable(after).orElse(""))
                .with(ABOUT, visit.place().code())
                .at("ask")
                .toString();
    }

    private static Address address() {
        return Address.of(Page.ACCOUNT_ACCESSES.path());
    }
}
