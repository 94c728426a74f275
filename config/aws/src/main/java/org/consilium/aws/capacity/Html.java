package org.consilium.aws.capacity;

import java.util.List;

/** Writes HTML of which every text is escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Markup, as it is. */
    Html raw(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    Html element(String name, String content) {
        return raw("<" + name + ">" + escape(content) + "</" + name + ">");
    }

    /** @param columns a name each; one that begins with # is of numbers */
    Html tableHead(String... columns) {
        raw("<div class=\"wide\"><table><thead><tr>");
        for (String column : columns) {
            boolean number = column.startsWith("#");
            raw("<th scope=\"col\"" + (number ? " class=\"number\">" : ">")
                    + escape(number ? column.substring(1) : column) + "</th>");
        }
        return raw("</tr></thead><tbody>");
    }

    /** A row; cells that look like numbers stand to the right. */
    Html row(List<String> cells) {
        raw("<tr>");
        for (int at = 0; at < cells.size(); at++) {
            String cell = cells.get(at);
            String kind = cell.matches("[$0-9][0-9,. %]*") ? "<td class=\"number\">" : "<td>";
            raw(at == 0 ? "<th scope=\"row\">" + escape(cell) + "</th>" : kind + escape(cell) + "</td>");
        }
        return raw("</tr>");
    }

    Html tableEnd() {
        return raw("</tbody></table></div>");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
