package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import org.consilium.access.FreshTicket;
import org.consilium.privacy.question.QuestionService;
import org.consilium.privacy.question.ReceivedQuestion;
import org.consilium.web.export.ListExport;
import org.consilium.web.export.Table;
import org.consilium.web.privacy.PrivacyQuestionsBacking.View;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;

/** Questions of patients: the part of the list that the page shows. */
@RequestScoped
public class QuestionExport implements ListExport {

    @Inject
    private QuestionService questions;

    @Inject
    private PrivacyQuestionsBacking page;

    @Override
    public Page page() {
        return Page.PRIVACY_QUESTIONS;
    }

    @Override
    public Table<ReceivedQuestion> table(FreshTicket ticket, Words words) {
        Iterator<ReceivedQuestion> rows =
                page.getView() == View.OPEN ? questions.exportOpen(ticket) : questions.exportAnswered(ticket);
        return new Table<>(rows)
                .with("trail.column.patient", asked -> PartyName.of(asked.patient()))
                .with("export.column.asked", ReceivedQuestion::askedAt)
                .with("privacy.questions.about", asked -> PartyName.of(asked.staff()))
                .with("export.column.access", asked -> asked.access().at())
                .with("export.column.question", ReceivedQuestion::question)
                .with("export.column.answer", ReceivedQuestion::answer)
                .with("export.column.answered", ReceivedQuestion::answeredAt);
    }
}
