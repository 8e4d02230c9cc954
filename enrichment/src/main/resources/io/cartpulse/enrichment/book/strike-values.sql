-- Strikes values off the list of wanted ones.
-- Grain: value; writes etl.enrichment_pending.
-- Rerun: changes nothing. Parameters: keys, subject.
delete from etl.enrichment_pending
where key = any (cast(? as text[]))
    and subject = ?
