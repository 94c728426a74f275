package org.consilium.trail.owner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as its CREATE TABLE statement describes it, which has one line for each column and index.
 *
 * @param parts the definition of each column and index, by its name
 */
record TableDefinition(String table, Map<String, String> parts) {
    private static final Pattern CREATE =
            Pattern.compile("\\s*CREATE TABLE IF NOT EXISTS `[^`]+`\\.([a-z_]+) \\(\\R(.*?)\\R\\).*", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("(UNIQUE KEY |KEY |)([a-z_]+) .*");

    /** The table that a statement creates, if it creates one. */
    static Optional<TableDefinition> find(String statement) {
        Matcher create = CREATE.matcher(statement);
        if (!create.matches()) {
            return Optional.empty();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        create.group(2).lines().forEach(line -> {
            String definition = line.strip().replaceFirst(",$", "");
            Matcher part = PART.matcher(definition);
            // the primary key, in capitals, is as old as its table
            if (part.matches()) {
                parts.put(part.group(2), part.group(1).isEmpty() ? "COLUMN " + definition : definition);
            }
        });
        return Optional.of(new TableDefinition(create.group(1), parts));
    }
}
