package org.consilium.consultation;

import org.consilium.access.TrailReason;

/** Why a consultation was put into a queue without anybody's doing so; the audit trail says it. */
enum UnwatchedReason implements TrailReason {
    /** The one who had taken it is away, and nobody covers for them, or they can no longer sign in. */
    HOLDER_AWAY,
    /** Nobody of its team is there. */
    TEAM_AWAY
}
