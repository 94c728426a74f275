package org.consilium.dependencies;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A repository in Maven's layout, asked by HTTP. */
final class Repository {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    private final String root;

    Repository(String url) {
        root = url.endsWith("/") ? url : url + "/";
    }

    /** All that it knows of a library, in its own order; none if it does not know the library. */
    List<String> versions(Component component) throws IOException, InterruptedException {
        Optional<HttpResponse<byte[]>> metadata = get(component.folder() + "maven-metadata.xml");
        return metadata.isEmpty()
                ? List.of()
                : Xml.parse(metadata.get().body())
                        .at("versioning", "versions", "version")
                        .map(Xml::text)
                        .toList();
    }

    Optional<Pom> pom(Component component) throws IOException, InterruptedException {
        Optional<HttpResponse<byte[]>> pom = get(component.file("pom"));
        return pom.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pom(component, Xml.parse(pom.get().body()), lastModified(pom.get())));
    }

    /**
     * The day of a release: by the repository, else by the newest file in the jar, if the build that made it noted
     * days.
     */
    Optional<Instant> released(Pom pom) throws IOException, InterruptedException {
        if (pom.lastModified().isPresent()) {
            return pom.lastModified();
        }
        Optional<HttpResponse<byte[]>> jar = get(pom.component().file("jar"));
        return jar.isEmpty() ? Optional.empty() : JarTime.newest(jar.get().body());
    }

    private static Optional<Instant> lastModified(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Last-Modified")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
    }

    private Optional<HttpResponse<byte[]>> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(PATIENCE)
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw new IOException("the repository answers " + response.statusCode() + " for " + path);
        }
        return Optional.of(response);
    }

    /** @param lastModified when the repository got it, if it says so: in Maven's central one, the day of the release */
    record Pom(Component component, Xml xml, Optional<Instant> lastModified) {

        /** The coordinates under which the library goes on, if it has moved. */
        Optional<String> relocation() {
            return xml.at("distributionManagement", "relocation")
                    .map(to -> to.text("groupId").orElse(component.group()) + ":"
                            + to.text("artifactId").orElse(component.artifact()))
                    .findFirst();
        }
    }
}
