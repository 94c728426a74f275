package org.consilium.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.trail.TrailSchema;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The names of the trail's tables, which stand in a schema beside the application's. */
@ApplicationScoped
public class TrailTables {
    private static final Pattern SCHEMA = Pattern.compile("^jdbc:mysql:[^?]*/([A-Za-z0-9_]+)(\\?.*)?$");

    @Inject
    @ConfigProperty(name = "consilium.database.url")
    private String url;

    private String schema = "";

    @PostConstruct
    void open() {
        Matcher matcher = SCHEMA.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalStateException("consilium.database.url names no schema");
        }
        schema = TrailSchema.beside(matcher.group(1));
    }

    /** The schema of the trail. */
    public String schema() {
        return schema;
    }

    public String seal() {
        return schema + ".seal";
    }

    public String anchor() {
        return schema + ".anchor";
    }

    public String entry() {
        return schema + ".entry";
    }

    /** The days that are in the archive. */
    public String archivedDay() {
        return schema + ".archived_day";
    }

    /** Their files. */
    public String archivedFile() {
        return schema + ".archived_file";
    }

    String late() {
        return schema + ".late_entries";
    }
}
