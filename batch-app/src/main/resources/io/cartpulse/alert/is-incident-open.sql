-- Whether something is wrong with a subject.
-- Grain: one row. Reads etl.incidents. Writes nothing.
-- Rerun: as it comes and goes. Parameters: subject.
select exists (select from etl.incidents where subject = :subject)
