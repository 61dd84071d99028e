/** The format of the file, counted up with each change of the schema. */
export const format = 2;
/** "PKEY" in ASCII: tells our file from another program's. */
export const applicationId = 0x50_4b_45_59;

/** What a file of format 1 lacks. */
export const since2 = `
  ALTER TABLE idempotency ADD COLUMN receipt TEXT;
  CREATE TABLE ended_session (session TEXT PRIMARY KEY, until TEXT NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${format};`;

export const schema = `
  CREATE TABLE subject_key (
    subject TEXT NOT NULL, version INTEGER NOT NULL, key_class TEXT NOT NULL, wrapped BLOB,
    PRIMARY KEY (subject, version)) WITHOUT ROWID;
  CREATE TABLE erasure (
    seq INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE, ground TEXT NOT NULL, approver TEXT NOT NULL, at TEXT NOT NULL);
  CREATE TABLE hold (
    subject TEXT NOT NULL, ground TEXT NOT NULL, approver TEXT NOT NULL, until TEXT NOT NULL,
    PRIMARY KEY (subject, ground)) WITHOUT ROWID;
  CREATE TABLE secret (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE credential (account TEXT PRIMARY KEY, phc TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE idempotency (
    key TEXT PRIMARY KEY, command_id TEXT NOT NULL, fingerprint TEXT NOT NULL, created_at TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX idempotency_created_at ON idempotency (created_at);
  ${since2}
  PRAGMA application_id = ${applicationId};
`;
