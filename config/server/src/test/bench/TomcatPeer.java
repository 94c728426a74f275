import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.File;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.apache.catalina.startup.Tomcat;

/** The peer of the benchmark: Tomcat with its own sessions, or with those of redisson-tomcat. Started from its source. */
public class TomcatPeer {
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Tomcat tomcat = new Tomcat();
        File base = new File(arguments[1]);
        base.mkdirs();
        tomcat.setBaseDir(base.getPath());
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", base.getPath());
        if (arguments.length > 2) {
            Manager manager = (Manager) Class.forName("org.redisson.tomcat.RedissonSessionManager")
                    .getConstructor()
                    .newInstance();
            set(manager, "setReadMode", "REDIS");
            set(manager, "setUpdateMode", "AFTER_REQUEST");
            set(manager, "setConfigPath", arguments[2]);
            context.setManager(manager);
        }
        Tomcat.addServlet(context, "bench", new Bench());
        context.addServletMappingDecoded("/bench", "bench");
        tomcat.start();
        System.out.println("ready");
        tomcat.getServer().await();
    }

    private static void set(Manager manager, String method, String value) throws ReflectiveOperationException {
        manager.getClass().getMethod(method, String.class).invoke(manager, value);
    }

    /** The same as org.consilium.server.probe.BenchServlet. */
    static class Bench extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HttpSession session = request.getSession();
            if (session.getAttribute("name") == null) {
                session.setAttribute("name", "Somebody with a name");
                session.setAttribute("language", "en");
                session.setAttribute("started", 1_700_000_000_000L);
            }
            Integer n = (Integer) session.getAttribute("n");
            if (!"read".equals(request.getQueryString())) {
                n = n == null ? 1 : n + 1;
                session.setAttribute("n", n);
            }
            byte[] answer = ("n=" + n + " " + session.getAttribute("name")).getBytes();
            response.setContentType("text/plain");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }
}
