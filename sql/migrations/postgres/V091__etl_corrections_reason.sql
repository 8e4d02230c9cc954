-- Why a discarded record was refused: a rebuild puts it back into quarantine with the same words.
alter table etl.corrections
    add column reason text,
    add column field text,
    add column message text,
    add check (action <> 'edit' or payload is not null),
    add check (action <> 'discard' or (reason is not null and field is not null and message is not null));
