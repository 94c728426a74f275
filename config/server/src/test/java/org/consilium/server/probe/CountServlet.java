package org.consilium.server.probe;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import org.consilium.server.api.RequestAttributes;

/** Counts in a session in three ways: a new value, a change in place, and a bean. The path adds further steps. */
@WebServlet("/count/*")
public class CountServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 4000;
    /** Characters of the attribute of {@code /count/big}. */
    public static final int BIG = 400_000;

    @Inject
    private transient VisitCount visits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String step = String.valueOf(request.getPathInfo());
        HttpSession session = request.getSession();
        response.setContentType("text/html");
        if (step.equals("/read")) {
            response.getWriter().print(line(session));
            return;
        }
        if (step.equals("/names")) {
            response.getWriter().print(" " + String.join(" ", Collections.list(session.getAttributeNames())) + " ");
            return;
        }
        PrintWriter out = response.getWriter();
        if (step.equals("/large")) {
            for (int i = 0; i < LINES; i++) {
                out.println("0123456789012345678901234567890123456789");
            }
        }
        if (step.equals("/flushed")) {
            response.flushBuffer();
        }
        if (step.equals("/download")) {
            response.setContentType("application/octet-stream");
            count(session);
            response.flushBuffer();
        }
        if (step.equals("/slow") || step.equals("/download")) {
            await(Integer.parseInt(request.getParameter("port")));
        }
        if (!step.equals("/download")) {
            count(session);
        }
        after(step, request, response, session);
    }

    private void count(HttpSession session) {
        Integer n = (Integer) session.getAttribute("n");
        session.setAttribute("n", n == null ? 1 : n + 1);
        Cart cart = (Cart) session.getAttribute("cart");
        if (cart == null) {
            cart = new Cart();
            session.setAttribute("cart", cart);
        }
        cart.add();
        visits.count();
    }

    private void after(String step, HttpServletRequest request, HttpServletResponse response, HttpSession session)
            throws IOException {
        switch (step) {
            case "/renamed" -> request.changeSessionId();
            case "/ended" -> session.invalidate();
            case "/signed-out" -> {
                request.changeSessionId();
                session.invalidate();
            }
            case "/slow" -> complete(request, response, line(session));
            case "/redirected" -> response.sendRedirect(request.getContextPath() + "/count/read");
            case "/brief" -> {
                session.setAttribute("label", request.getParameter("label"));
                session.setMaxInactiveInterval(Integer.parseInt(request.getParameter("seconds")));
            }
            case "/big" -> session.setAttribute("big" + request.getParameter("number"), "x".repeat(BIG));
            case "/unlisted" -> session.setAttribute("unlisted", new Unlisted());
            case "/unserializable" -> session.setAttribute("unserializable", new Object());
            default -> response.getWriter().print(line(session));
        }
        if (step.equals("/closed")) {
            response.getWriter().close();
            Cart cart = (Cart) session.getAttribute("cart");
            cart.add();
        }
    }

    /** Answers in the given way, declares the page complete, and flushes the response. */
    private static void complete(HttpServletRequest request, HttpServletResponse response, String line)
            throws IOException {
        String way = String.valueOf(request.getParameter("complete"));
        if (way.equals("redirect")) {
            response.sendRedirect(request.getContextPath() + "/count/read");
        } else {
            response.getWriter().print(line);
        }
        if (!way.equals("null")) {
            request.setAttribute(RequestAttributes.SESSION_COMPLETE, true);
            response.flushBuffer();
        }
    }

    private String line(HttpSession session) {
        Cart cart = (Cart) session.getAttribute("cart");
        return "n=" + session.getAttribute("n") + " cart=" + (cart == null ? 0 : cart.size()) + " bean="
                + visits.visits() + " unlisted=" + session.getAttribute("unlisted") + " uploaded="
                + session.getAttribute("uploaded") + " new=" + session.isNew();
    }

    /** Tells the test that it has begun, and continues when the test closes the connection. */
    private static void await(int port) throws IOException {
        try (Socket test = new Socket(InetAddress.getLoopbackAddress(), port)) {
            test.setSoTimeout(30_000);
            int unused = test.getInputStream().read();
        }
    }
}
