package org.consilium.web.consultation;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.util.List;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.web.tag.Markup;
import org.consilium.web.tag.Tag;
import org.consilium.web.tag.TimeLook;

/** The consultations that a clinician works from, as a table. Form: the id of the form that marks a row as unread. */
@FacesComponent("consilium.queue")
public class QueueTag extends Tag {

    private static final String WHAT = "consultation.queue.what";
    private static final String PATIENT = "consultation.patient";
    private static final String SEVERITY = "consultation.severity";
    private static final String WAITING = "consultation.queue.waiting";
    private static final String STATUS = "consultation.queue.status";

    @Override
    protected void write(Markup page, FacesContext faces) {
        page.open("table", "queue").open("thead").open("tr");
        for (String title : List.of(WHAT, PATIENT, SEVERITY, WAITING, STATUS)) {
            page.open("th").attribute("scope", "col").text(page.word(title)).close();
        }
        page.close().close().open("tbody");
        for (ConsultationSummary row : rows(ConsultationSummary.class, faces)) {
            write(row, String.valueOf(value("form", faces)), page);
        }
        page.close().close();
    }

    private static void write(ConsultationSummary row, String form, Markup page) {
        page.open("tr").open("td");
        ConsultationsTag.writeTitle(row, page);
        page.text(" ");
        ConsultationsTag.writeUnread(row, page);
        if (row.unread() == 0) {
            writeMarkUnread(row, form, page);
        }
        page.close();
        cell(PATIENT, page).typed(row.patient()).close();
        cell(SEVERITY, page)
                .open("span", "severity severity-" + row.severity())
                .text(page.word("consultation.severity." + row.severity()))
                .close()
                .close();
        cell(WAITING, page)
                .time(row.isWaiting() ? row.waitingSince() : null, TimeLook.AGO)
                .close();
        cell(STATUS, page).status(row.status()).text(" ");
        page.open("span", "quiet-text").typed(row.clinician()).close().close().close();
    }

    private static Markup cell(String title, Markup page) {
        return page.open("td").attribute("data-label", page.word(title));
    }

    private static void writeMarkUnread(ConsultationSummary row, String form, Markup page) {
        page.open("button", "quiet")
                .attribute("form", form)
                .attribute("name", "consultation")
                .attribute("value", row.id().value())
                .attribute("type", "submit")
                .text(page.word("consultation.queue.mark-unread"));
        page.open("span", "unseen").text(": ").typed(row.title()).close().close();
    }
}
