package org.consilium.server.files;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Request;
import org.apache.catalina.fileupload.Multipart;
import org.glassfish.grizzly.http.server.AfterServiceListener;

/**
 * The files that are sent with a form, in a folder of the request, which is deleted when the request ends: answered or
 * not, at once or later, also if the sender stops in the middle of a file. The container itself leaves them to the
 * garbage collector.
 */
final class RequestFiles extends Multipart implements AfterServiceListener {
    private final UploadFolder folder;

    private RequestFiles(Request request, Wrapper servlet, UploadFolder folder) {
        super(
                request,
                servlet.getMultipartLocation(),
                servlet.getMultipartMaxFileSize(),
                servlet.getMultipartMaxRequestSize(),
                servlet.getMultipartFileSizeThreshold());
        this.folder = folder;
    }

    /**
     * Makes a request store its files below {@code parent}; must be called before anything of its form is read.
     *
     * @param multipart the {@link #field} of requests
     */
    static void of(Request request, Field multipart, Path parent) {
        RequestFiles files = new RequestFiles(request, request.getWrapper(), UploadFolder.in(parent));
        try {
            // the container has no setting for it
            multipart.set(request, files);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        request.getCoyoteRequest().addAfterServiceListener(files);
    }

    /**
     * The field in which a request keeps its parts.
     *
     * @throws IllegalStateException if this version of the container has no such field
     */
    static Field field() {
        try {
            Field field = Request.class.getDeclaredField("multipart");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("this version of the container keeps uploads in another field", e);
        }
    }

    /** Asked for before each part of the form is stored. */
    @Override
    public File getRepository() {
        return folder.create();
    }

    @Override
    public void onAfterService(org.glassfish.grizzly.http.server.Request request) {
        folder.delete();
    }
}
