-- Why: the owner of an account is told when somebody signs in on a device that it does not know, but not at the first sign-in.
-- signed_in_at: null until the owner has signed in since this column is there.
ALTER TABLE account ADD COLUMN signed_in_at DATETIME(6) NULL;
