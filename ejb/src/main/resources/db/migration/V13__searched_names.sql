-- Why: a name is found however it is typed (accents, apostrophes, ß or ss, first or last name first), and still by an index.
-- The application makes these keys (SearchKey), and fills them in for rows that have none: all that were there before, and
-- those that a node of the version before adds.
ALTER TABLE account
    ADD COLUMN name_key       VARCHAR(320) NULL,
    ADD COLUMN given_name_key VARCHAR(320) NULL,
    ADD KEY account_name_key (name_key),
    ADD KEY account_given_name_key (given_name_key);
