-- Why: people are told by a letter of something new that they have not read, and teams of a consultation that nobody takes.

-- A row for each consultation with something that somebody is to be told of, from the first such writing until they have read it.
-- number: of that writing among those by others; it is read once consultation_reader.read_of_others is as large.
-- due_at: when a letter is due; null once one was sent.
CREATE TABLE unread_notification (
    account_id      BIGINT      NOT NULL,
    consultation_id BIGINT      NOT NULL,
    number          INT         NOT NULL,
    due_at          DATETIME(6) NULL,
    PRIMARY KEY (account_id, consultation_id),
    KEY unread_notification_consultation (consultation_id),
    KEY unread_notification_due (due_at, account_id),
    CONSTRAINT unread_notification_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT unread_notification_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Of those who have chosen something. timing: AT_ONCE, AFTER_TEN_MINUTES, NEVER.
-- quiet_from and quiet_until: hours of the day (0 to 23) in the person's time zone; null without quiet hours.
CREATE TABLE notification_settings (
    account_id  BIGINT      NOT NULL,
    timing      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    quiet_from  TINYINT     NULL,
    quiet_until TINYINT     NULL,
    PRIMARY KEY (account_id),
    CONSTRAINT notification_settings_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- response_minutes and lead_minutes: of working time until the team and its lead are told; null for the hospital's.
-- lead_id: a clinician of the team; null without a lead.
ALTER TABLE team
    ADD COLUMN response_minutes INT    NULL,
    ADD COLUMN lead_minutes     INT    NULL,
    ADD COLUMN lead_id          BIGINT NULL;
ALTER TABLE team
    ADD KEY team_lead (lead_id),
    ADD CONSTRAINT team_lead FOREIGN KEY (lead_id) REFERENCES clinician (account_id);

-- queued_since: when it came into the queue of its team. A hand-over begins that anew, but not waiting_since, by which queues are
-- sorted. The default is for rows of a node of the version before; it is set afterwards, so that no row is rewritten.
ALTER TABLE consultation
    ADD COLUMN queued_since DATETIME(6) NULL;
ALTER TABLE consultation
    ALTER COLUMN queued_since SET DEFAULT (UTC_TIMESTAMP(6));
UPDATE team t JOIN consultation c ON c.team_id = t.id AND c.status = 'SUBMITTED'
SET c.queued_since = c.waiting_since;

-- addressee: TEAM, LEAD. told_up_to: they were told of all that had come into the queue until then. told_at: when they were last told.
CREATE TABLE overdue_letter (
    team_id    BIGINT      NOT NULL,
    addressee  VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    told_up_to DATETIME(6) NOT NULL,
    told_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (team_id, addressee),
    CONSTRAINT overdue_letter_team FOREIGN KEY (team_id) REFERENCES team (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
