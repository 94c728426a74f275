package org.consilium.web.privacy;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.consilium.access.NotFreshException;
import org.consilium.audit.seal.ProofService;
import org.consilium.audit.seal.TrailDownload;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.FaultFilter;
import org.consilium.web.site.Page;
import org.consilium.web.site.SameOrigin;

/**
 * Hands out the whole audit trail as a file, with its proof or as AuditEvents of FHIR; after some minutes, the page
 * asks for the password first.
 */
@WebServlet({WholeTrailServlet.WHOLE, WholeTrailServlet.FHIR})
public class WholeTrailServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    static final String WHOLE = "/privacy-export/whole";
    static final String FHIR = "/privacy-export/fhir";

    @Inject
    private transient ProofService service;

    @Inject
    private transient FreshForm fresh;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            boolean fhir = request.getServletPath().equals(FHIR);
            TrailDownload trail = fhir ? service.downloadFhir(fresh.kept()) : service.download(fresh.kept());
            response.setContentType(fhir ? "application/fhir+ndjson" : "application/x-ndjson");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"consilium-" + (fhir ? "audit-events" : "trail") + ".ndjson\"");
            response.setHeader("Cache-Control", "private, no-store");
            trail.writeTo(response.getOutputStream());
        } catch (NotFreshException old) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + Page.PRIVACY_PROOF.path());
        } catch (RuntimeException failure) {
            if (response.isCommitted()) {
                // the connection is cut, and the file has no last line
                throw failure;
            }
            response.reset();
            FaultFilter.answer(failure, request, response);
        }
    }
}
