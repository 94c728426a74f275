package org.consilium.web.privacy;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Function;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFreshException;
import org.consilium.privacy.trail.TrailFilter;
import org.consilium.privacy.trail.TrailService;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Language;
import org.consilium.web.site.Page;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.Words;

/**
 * Sends a report as comma-separated values, at the address of its page with {@link #ENDING}, while it is read: it may
 * be longer than fits into memory. The page has led here once the officer had proved who they are.
 */
@WebServlet({"/privacy/trail" + PrivacyExportServlet.ENDING, "/privacy/affected" + PrivacyExportServlet.ENDING})
public class PrivacyExportServlet extends HttpServlet {
    static final String ENDING = ".csv";

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient TrailService trail;

    @Inject
    private transient TrailParameters parameters;

    @Inject
    private transient FreshForm fresh;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Page page = request.getServletPath().startsWith(Page.PRIVACY_TRAIL.path())
                ? Page.PRIVACY_TRAIL
                : Page.PRIVACY_AFFECTED;
        TrailCsv csv = new TrailCsv(Words.in(Language.of(request)));
        TrailFilter filter = parameters.filter();
        FreshTicket ticket = fresh.kept();
        try {
            if (page == Page.PRIVACY_TRAIL) {
                send(csv.trailHead(), trail.export(filter, ticket), csv::line, response);
            } else {
                send(csv.affectedHead(), trail.exportAffected(filter, ticket), csv::line, response);
            }
        } catch (NotFreshException old) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + parameters.at(page.path()));
        }
    }

    private static <T> void send(String head, Iterator<T> rows, Function<T, String> line, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"report.csv\"");
        PrintWriter writer = response.getWriter();
        writer.write(Csv.MARK + head);
        while (rows.hasNext() && !writer.checkError()) {
            writer.write(line.apply(rows.next()));
        }
    }
}
