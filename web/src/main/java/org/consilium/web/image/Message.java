package org.consilium.web.image;

import jakarta.ws.rs.core.Response;

/** Tells the person, as JSON, why a request failed, in their language. */
public record Message(String message) {

    static final String JSON = "application/json;charset=UTF-8";

    static Response.ResponseBuilder answer(int status, String text) {
        return Response.status(status).type(JSON).entity(new Message(text));
    }
}
