-- Why: pages show times in the reader's time zone, also on devices that do not tell theirs.
-- Null until a browser has told it. A node of the version before leaves it as it is.
ALTER TABLE account
    ADD COLUMN time_zone VARCHAR(64) NULL;
