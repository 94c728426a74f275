package org.consilium.ear.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.local.process.Project;

/** The addresses of the application, by the classes of its web module as they were built. */
final class Addresses {

    private static final Path CLASSES = Project.here().folder().resolve("web/target/classes");
    private static final ClassLoader LOADER = loader();

    private Addresses() {}

    private static ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {CLASSES.toUri().toURL()}, Addresses.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of pages; a "*" stands for the id of a record. */
    static Set<String> ofPages() {
        try {
            Class<?> page = LOADER.loadClass("org.consilium.web.site.Page");
            Method path = page.getMethod("path");
            Set<String> paths = new TreeSet<>();
            for (Object constant : (Object[]) page.getMethod("values").invoke(null)) {
                paths.add(String.valueOf(path.invoke(constant)));
            }
            return paths;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the pages cannot be read", e);
        }
    }

    /** Those of servlets and web sockets; a "*" stands for whatever follows. */
    static Set<String> ofServlets() {
        Stream<String> servlets = annotations(WebServlet.class)
                .flatMap(servlet -> Stream.of(servlet.value(), servlet.urlPatterns()))
                .flatMap(Arrays::stream);
        return Stream.concat(servlets, annotations(ServerEndpoint.class).map(ServerEndpoint::value))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of REST resources, each after its method. */
    static Set<String> ofResources() {
        return annotations(ApplicationPath.class)
                .flatMap(application -> annotated(jakarta.ws.rs.Path.class)
                        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                        .flatMap(method -> verbs(method).map(verb -> verb + " /" + application.value() + path(method))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation -> Stream.of(annotation.annotationType().getAnnotationsByType(HttpMethod.class)))
                .map(HttpMethod::value);
    }

    /** Below that of its class, if it has one of its own. */
    private static String path(Method method) {
        return Stream.of(method.getDeclaringClass(), method)
                .flatMap(place -> Stream.of(place.getAnnotationsByType(jakarta.ws.rs.Path.class)))
                .map(jakarta.ws.rs.Path::value)
                .filter(path -> !path.isEmpty())
                .map("/"::concat)
                .collect(Collectors.joining());
    }

    private static <A extends Annotation> Stream<A> annotations(Class<A> type) {
        return annotated(type).flatMap(found -> Stream.of(found.getAnnotationsByType(type)));
    }

    /** Only these classes are loaded: others may need libraries of the server. */
    private static Stream<Class<?>> annotated(Class<? extends Annotation> type) {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> names = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> read(file).contains(type.descriptorString()))
                    .map(file -> CLASSES.relativize(file).toString())
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .toList();
            return names.stream().map(Addresses::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return LOADER.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
