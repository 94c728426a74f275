package org.consilium.server.probe;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** The requests of the benchmark: four attributes of which one or none changes, or just a GET and a SET. */
@WebServlet("/bench")
public class BenchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Instance<RedissonClient> redis;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String what = request.getQueryString();
        String text = "bare".equals(what) ? bare(request) : session(request, "read".equals(what));
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    private String bare(HttpServletRequest request) {
        RBucket<String> bucket =
                redis.get().getBucket("consilium:bench:" + request.getHeader("Cookie"), StringCodec.INSTANCE);
        String before = bucket.get();
        String after = "n=" + (before == null ? 1 : before.length()) + " Somebody with a name, en, 1700000000000";
        bucket.set(after);
        return after;
    }

    private static String session(HttpServletRequest request, boolean reading) {
        HttpSession session = request.getSession();
        if (session.getAttribute("name") == null) {
            session.setAttribute("name", "Somebody with a name");
            session.setAttribute("language", "en");
            session.setAttribute("started", 1_700_000_000_000L);
        }
        Integer n = (Integer) session.getAttribute("n");
        if (!reading) {
            n = n == null ? 1 : n + 1;
            session.setAttribute("n", n);
        }
        return "n=" + n + " " + session.getAttribute("name");
    }
}
