-- Why: nobody gives somebody, such as themselves, a role on the staff alone.
-- A row for each account that a second person has to approve, and when that was; it is kept for good.
-- Accounts that are invited already, and those that a node of the version before invites, have no row, and need no approval.
CREATE TABLE appointment (
    account_id  BIGINT      NOT NULL,
    proposed_by BIGINT      NOT NULL,
    proposed_at DATETIME(6) NOT NULL,
    approved_by BIGINT      NULL,
    approved_at DATETIME(6) NULL,
    version     BIGINT      NOT NULL,
    PRIMARY KEY (account_id),
    KEY appointment_proposed_by (proposed_by),
    KEY appointment_approved_by (approved_by, proposed_at),
    CONSTRAINT appointment_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT appointment_proposer FOREIGN KEY (proposed_by) REFERENCES account (id),
    CONSTRAINT appointment_approver FOREIGN KEY (approved_by) REFERENCES account (id),
    CONSTRAINT appointment_second_person CHECK (approved_by <> proposed_by AND approved_by <> account_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
