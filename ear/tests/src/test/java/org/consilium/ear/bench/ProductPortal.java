package org.consilium.ear.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.Visitors;
import org.consilium.server.ServerProcess;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** A node of this application. */
final class ProductPortal implements Portal {
    private final ServerProcess server;

    private ProductPortal(ServerProcess server) {
        this.server = server;
    }

    static ProductPortal start(Path folder) throws IOException, InterruptedException {
        ServerProcess server = MeasuredServer.start(folder, "redis");
        server.awaitLine("\"message\":\"ready\"");
        return new ProductPortal(server);
    }

    @Override
    public String name() {
        return "product";
    }

    @Override
    public long pid() {
        return server.handle().pid();
    }

    @Override
    public URI home() {
        return server.uri("/");
    }

    @Override
    public Answer signIn(HttpVisit visit, String email, String password) {
        return Visitors.signIn(visit, email, password);
    }

    @Override
    public Answer send(HttpVisit visit, String thread, Answer page, String text) {
        return visit.post(thread, reply(page).with("message", text));
    }

    @Override
    public Answer sendPhoto(HttpVisit visit, String thread, Answer page, byte[] photo) {
        String id = Uploads.send(visit, photo, thread.substring(thread.lastIndexOf('/') + 1));
        return visit.post(thread, reply(page).with("message", "A photo.").with("photo-ids", id));
    }

    private static HtmlForm reply(Answer page) {
        return HtmlForm.in(page.body(), "reply");
    }

    @Override
    public Answer signOut(HttpVisit visit, Answer page) {
        return Visitors.signOut(visit);
    }

    @Override
    public void close() {
        server.close();
    }
}
