package org.consilium.server.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Tells the test that it has begun, reads the upload, and stores its size in the session. */
@WebServlet("/upload")
@MultipartConfig
public class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Object before = request.getSession().getAttribute("n");
        // getParameter would read the body first
        int port = Integer.parseInt(request.getQueryString().substring("port=".length()));
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        boolean form = request.getContentType().startsWith("multipart/");
        long size = form
                ? request.getPart("file").getSize()
                : request.getInputStream().readAllBytes().length;
        request.getSession().setAttribute("uploaded", size);
        response.getWriter().print("uploaded=" + size + " n=" + before);
    }
}
