-- Strikes values off the list of wanted ones.
-- Grain: value; writes etl.enrichment_pending.
-- A rerun changes nothing. Parameters: keys, subject.
delete from etl.enrichment_pending
where key = any (cast(? as text[]))
    and subject = ?
