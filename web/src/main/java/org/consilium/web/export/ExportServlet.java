package org.consilium.web.export;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.consilium.access.NotFreshException;
import org.consilium.web.address.Address;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Language;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.Words;

/**
 * Sends a list as comma-separated values, at the address of its page with {@link ExportAddress#ENDING}, while it is
 * read: it may be longer than fits into memory. The page has led here once the officer had proved who they are.
 */
@WebServlet({
    "/privacy/affected" + ExportAddress.ENDING,
    "/privacy/disclosures" + ExportAddress.ENDING,
    "/privacy/emergencies" + ExportAddress.ENDING,
    "/privacy/marks" + ExportAddress.ENDING,
    "/privacy/questions" + ExportAddress.ENDING,
    "/privacy/reviewed" + ExportAddress.ENDING,
    "/privacy/reviews" + ExportAddress.ENDING,
    "/privacy/trail" + ExportAddress.ENDING
})
public class ExportServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    @Any
    private transient Instance<ListExport> exports;

    @Inject
    private transient FreshForm fresh;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ListExport> export = exports.stream()
                .filter(one -> ExportAddress.path(one.page()).equals(request.getServletPath()))
                .findFirst();
        if (export.isEmpty() || !SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Words words = Words.in(Language.of(request));
        try {
            send(export.get().table(fresh.kept(), words), words, response);
        } catch (NotFreshException old) {
            Address page = ExportAddress.page(export.get().page(), Address.shown(request));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + page);
        }
    }

    private static void send(Table<?> table, Words words, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"report.csv\"");
        table.write(response.getWriter(), words);
    }
}
