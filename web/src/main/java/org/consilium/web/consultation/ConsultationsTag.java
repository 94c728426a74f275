package org.consilium.web.consultation;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.web.site.Page;
import org.consilium.web.tag.Markup;
import org.consilium.web.tag.Tag;
import org.consilium.web.tag.TimeLook;

/** A patient's own consultations, each as a card. */
@FacesComponent("consilium.consultations")
public class ConsultationsTag extends Tag {

    @Override
    protected void write(Markup page, FacesContext faces) {
        page.open("ul", "rows");
        for (ConsultationSummary row : rows(ConsultationSummary.class, faces)) {
            write(row, page);
        }
        page.close();
    }

    private static void write(ConsultationSummary row, Markup page) {
        page.open("li", "card row").open("h2");
        writeTitle(row, page);
        page.close().open("p").status(row.status()).text(" ");
        writeUnread(row, page);
        page.close().open("p", "quiet-text").text(page.word("consultation.last-message") + " ");
        page.time(row.lastActivityAt(), TimeLook.MOMENT).text(" · ");
        if (row.clinician() == null) {
            page.text(page.word("consultation.nobody"));
        } else {
            page.text(page.word("consultation.with") + " ").typed(row.clinician());
        }
        page.close().close();
    }

    /** The title, which leads to the consultation. */
    static void writeTitle(ConsultationSummary row, Markup page) {
        page.open("a")
                .attribute("href", Page.CONSULTATION.of(row.id().value()))
                .typed(row.title())
                .close();
    }

    /** How much is unread, if anything is. */
    static void writeUnread(ConsultationSummary row, Markup page) {
        if (row.unread() > 0) {
            page.open("span", "unread")
                    .text(row.unread() + " " + page.word("consultation.unread"))
                    .close();
        }
    }
}
