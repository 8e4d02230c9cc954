-- Forgets gaps that nobody looks for any more.
-- Grain: a mark. Reads nothing. Writes etl.alert_marks.
-- Rerun: finds nothing more. Parameters: before.
delete from etl.alert_marks
where mark like 'gap/%' and made_at < :before
