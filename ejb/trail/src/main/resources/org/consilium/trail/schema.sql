-- The audit trail, in a schema that the application's user may read and add to, and nothing else (45 CFR 164.312(b)).
CREATE DATABASE IF NOT EXISTS `${schema}` CHARACTER SET utf8mb4;

-- One row for each thing that a person did or was refused. Ids, codes, and times alone: no names, no text that somebody
-- has typed. account and patient are keys of accounts; at is in UTC, by the clock of the node. Reports go through an index
-- backwards, by time and id: without the id in it, MariaDB would sort all entries of a range first. The patients whom
-- the work of an account, or what came from an address, concerns are found in the index alone.
CREATE TABLE IF NOT EXISTS `${schema}`.entry (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  at          DATETIME(6)     NOT NULL,
  kind        VARCHAR(16)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  action      VARCHAR(40)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome     VARCHAR(8)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account     BIGINT,
  role        VARCHAR(16)     CHARACTER SET ascii COLLATE ascii_bin,
  patient     BIGINT,
  record_type VARCHAR(24)     CHARACTER SET ascii COLLATE ascii_bin,
  record      VARCHAR(32)     CHARACTER SET ascii COLLATE ascii_bin,
  relation    VARCHAR(16)     CHARACTER SET ascii COLLATE ascii_bin,
  address     VARCHAR(45)     CHARACTER SET ascii COLLATE ascii_bin,
  device      VARCHAR(32)     CHARACTER SET ascii COLLATE ascii_bin,
  node        VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request     VARCHAR(40)     CHARACTER SET ascii COLLATE ascii_bin,
  reason      VARCHAR(40)     CHARACTER SET ascii COLLATE ascii_bin,
  detail      VARCHAR(160)    CHARACTER SET ascii COLLATE ascii_bin,
  PRIMARY KEY (id, at),
  KEY entry_account (account, at, id, patient, outcome),
  KEY entry_patient (patient, at, id),
  KEY entry_record (record, at, id),
  KEY entry_address (address, at, id, patient, outcome),
  KEY entry_kind (kind, at, id)
)
PARTITION BY RANGE COLUMNS (at) (PARTITION later VALUES LESS THAN (MAXVALUE));

-- Entries that waited in the object store while the database was down: each object is added once.
CREATE TABLE IF NOT EXISTS `${schema}`.late_entries (
  name        VARCHAR(100)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  added_at    DATETIME(6)     NOT NULL,
  PRIMARY KEY (name)
);

-- Seals over the entries, as the lines that were signed. Their numbers are in the lines as well, where they count.
CREATE TABLE IF NOT EXISTS `${schema}`.seal (
  number      BIGINT UNSIGNED NOT NULL,
  up_to       BIGINT UNSIGNED NOT NULL,
  sealed_at   DATETIME(6)     NOT NULL,
  line        MEDIUMTEXT      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signature   VARCHAR(120)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (number)
);

-- Anchors of seals, which the object store keeps as well.
CREATE TABLE IF NOT EXISTS `${schema}`.anchor (
  number      BIGINT UNSIGNED NOT NULL,
  seal        BIGINT UNSIGNED NOT NULL,
  anchored_at DATETIME(6)     NOT NULL,
  line        TEXT            CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signature   VARCHAR(120)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (number)
);

-- The days whose entries are in the archive, and no longer here. fetched_at: they were brought back for a while.
CREATE TABLE IF NOT EXISTS `${schema}`.archived_day (
  day         DATE            NOT NULL,
  entries     BIGINT          NOT NULL,
  last_id     BIGINT UNSIGNED NOT NULL,
  archived_at DATETIME(6)     NOT NULL,
  dropped_at  DATETIME(6),
  fetched_at  DATETIME(6),
  PRIMARY KEY (day)
);

-- Their files in the archive, in order, each with the first and the last id in it.
CREATE TABLE IF NOT EXISTS `${schema}`.archived_file (
  day         DATE            NOT NULL,
  number      INT             NOT NULL,
  name        VARCHAR(100)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entries     BIGINT          NOT NULL,
  first_id    BIGINT UNSIGNED NOT NULL,
  last_id     BIGINT UNSIGNED NOT NULL,
  bytes       BIGINT          NOT NULL,
  sha256      CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (day, number)
);

-- The application adds to its own tables, and not to those of the archive. It does not choose the ids of entries: one that is very
-- high would leave no place for others.
GRANT SELECT ON `${pattern}`.* TO ${account};
GRANT INSERT (at, kind, action, outcome, account, role, patient, record_type, record, relation, address, device, node, request,
  reason, detail) ON `${schema}`.entry TO ${account};
GRANT INSERT ON `${schema}`.late_entries TO ${account};
GRANT INSERT ON `${schema}`.seal TO ${account};
GRANT INSERT ON `${schema}`.anchor TO ${account};
