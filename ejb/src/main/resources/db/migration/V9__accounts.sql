-- Why: two spellings of an e-mail address are one account only if their canonical form is the same, which the application
-- makes; the collation also took other people's domains for the same. V10 rewrites the addresses that are stored.
ALTER TABLE account
    MODIFY COLUMN email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

-- Why: wrong passwords are forgiven with time, and the owner is told of them.
-- forgiving_since: from then on, failed_sign_ins shrinks by one every ten minutes. refused_sign_ins: those that the owner
-- has not been told of.
-- A node of the version before leaves both as they are.
ALTER TABLE account
    ADD COLUMN forgiving_since  DATETIME(6) NULL,
    ADD COLUMN refused_sign_ins INT         NOT NULL DEFAULT 0;
