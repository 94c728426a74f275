package org.consilium.server.files;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.Request;
import org.apache.catalina.Response;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.core.StandardWrapper;
import org.apache.catalina.valves.ValveBase;
import org.glassfish.web.valve.GlassFishValve;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request that may send files a folder of its own, before the application or one of its listeners reads
 * anything of the form.
 */
public final class UploadValve extends ValveBase implements LifecycleListener {
    /** In the node's own directory, which is deleted when the node ends, or when the next one starts. */
    private static final String FOLDER = "uploads";

    private static volatile @Nullable Path folder;

    private final StandardContext application;
    private final Field multipart = RequestFiles.field();

    private UploadValve(StandardContext application) {
        this.application = application;
    }

    /** Sets the directory of this node; must be called before the first request. */
    public static void storeIn(Path root) {
        folder = root.resolve(FOLDER);
    }

    /** Guards the requests of an application from its start to its stop. */
    public static void guard(StandardContext application) {
        ((Lifecycle) application).addLifecycleListener(new UploadValve(application));
    }

    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        StandardHost host = (StandardHost) application.getParent();
        if (event.getType().equals(Lifecycle.START_EVENT)) {
            host.addValve((GlassFishValve) this);
        } else if (event.getType().equals(Lifecycle.STOP_EVENT)) {
            host.removeValve((GlassFishValve) this);
        }
    }

    @Override
    public int invoke(Request request, Response response) {
        Path parent = folder;
        if (parent != null
                && application.equals(request.getContext())
                && isMultipart((org.apache.catalina.connector.Request) request)) {
            RequestFiles.of((org.apache.catalina.connector.Request) request, multipart, parent);
        }
        return INVOKE_NEXT;
    }

    private static boolean isMultipart(org.apache.catalina.connector.Request request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                && request.getWrapper() instanceof StandardWrapper servlet
                && servlet.isMultipartConfigured();
    }

    @Override
    public String getInfo() {
        return UploadValve.class.getSimpleName();
    }
}
