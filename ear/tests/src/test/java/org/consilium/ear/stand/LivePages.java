package org.consilium.ear.stand;

import java.util.ArrayList;
import java.util.List;

/** What open pages hear over their web sockets. */
public final class LivePages {

    private LivePages() {}

    /** Opens a page and waits until the server has told it its mark. */
    public static void openFollowing(Visit visit, String path) {
        List<String> heard = new ArrayList<>();
        record(visit, heard);
        visit.open(path);
        visit.page().waitForCondition(() -> !heard.isEmpty());
    }

    /** Takes down what all pages hear that are opened from now on. */
    public static void record(Visit visit, List<String> heard) {
        visit.page().onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(frame.text())));
    }
}
