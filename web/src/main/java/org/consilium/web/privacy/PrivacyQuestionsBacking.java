package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.consilium.platform.Slice;
import org.consilium.privacy.question.QuestionId;
import org.consilium.privacy.question.QuestionService;
import org.consilium.privacy.question.ReceivedQuestion;
import org.consilium.web.address.Address;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** Questions of patients: those that wait for an answer, or those with one. */
@Named
@RequestScoped
public class PrivacyQuestionsBacking {

    /** The parts of the list. */
    public enum View {
        OPEN,
        ANSWERED
    }

    @Inject
    private QuestionService questions;

    @Inject
    @RequestParameter
    private @Nullable String view;

    @Inject
    @RequestParameter
    private @Nullable String after;

    private @Nullable Slice<ReceivedQuestion> shown;

    public List<View> getViews() {
        return List.of(View.values());
    }

    public View getView() {
        return View.ANSWERED.name().equals(view) ? View.ANSWERED : View.OPEN;
    }

    public String addressOf(View part) {
        return of(part).toString();
    }

    public Slice<ReceivedQuestion> getQuestions() {
        if (shown == null) {
            QuestionId last = Optional.ofNullable(after)
                    .filter(id -> !id.isEmpty())
                    .map(QuestionId::new)
                    .orElse(null);
            shown = getView() == View.OPEN ? questions.open(last) : questions.answered(last);
        }
        return shown;
    }

    public String addressOfQuestion(ReceivedQuestion question) {
        return Page.PRIVACY_QUESTION.of(question.id().value());
    }

    /** The address of the next rows. */
    public String getNext() {
        return of(getView()).with("after", getQuestions().next()).toString();
    }

    private static Address of(View part) {
        return Address.of(Page.PRIVACY_QUESTIONS.path()).with("view", part.name());
    }
}
