-- Why: what is found after a decision of the same day has to be reviewed as well; it only raised the number of entries of the
-- finding that was decided, which nobody looks at again. settled: 0 while it is open, its id once it is decided, so that there is
-- one open finding for each rule, person, patient, and day. A version before this one leaves it at 0.
ALTER TABLE review_finding
    ADD COLUMN settled BIGINT NOT NULL DEFAULT 0,
    DROP KEY review_finding_once,
    ADD UNIQUE KEY review_finding_open_once (rule_name, account_id, subject, day, settled);

UPDATE review_finding SET settled = id WHERE decided_at IS NOT NULL;
