package org.consilium.web.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ResourceBundle;

/** Hands texts of the bundle to the scripts of a page, in its language, as a block of JSON. */
@Named("scriptTexts")
@ApplicationScoped
public class ScriptTexts {

    private static final String BUNDLE = "words";

    /** The block with the texts of some keys, which are separated by spaces; texts.js reads it. */
    public String block(String keys) {
        FacesContext context = FacesContext.getCurrentInstance();
        return block(keys, context.getApplication().getResourceBundle(context, BUNDLE));
    }

    static String block(String keys, ResourceBundle texts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String key : keys.strip().split("\\s+", -1)) {
            json.add(key, texts.getString(key));
        }
        // a "<" could end the element
        String escaped = json.build().toString().replace("<", "\\u003c");
        return "<script type=\"application/json\" class=\"texts\">" + escaped + "</script>";
    }
}
