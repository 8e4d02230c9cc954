-- What executions are searched by; kept by triggers, and named as no column of Spring Batch is, for its joins name no table.
alter table batch.batch_job_execution
    add column search_job         varchar(100),
    -- name=value, cut to what an index entry can hold
    add column search_parameters  text[] not null default '{}',
    -- words that people wrote or have to read: of the reason and of failures. Words that nearly every execution has, as a
    -- job's name, would make every search for them a long one
    add column search_words       tsvector not null default '';

create function batch.words_of(said text) returns tsvector
language sql immutable parallel safe
return to_tsvector('simple'::regconfig, regexp_replace(coalesce(said, ''), '[^[:alnum:]]+', ' ', 'g'));

create function batch.parameter_entry(name text, value text) returns text
language sql immutable parallel safe
return left(name || '=' || coalesce(value, ''), 200);

create function batch.note_words() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        select job_name into new.search_job
        from batch.batch_job_instance
        where job_instance_id = new.job_instance_id;
    end if;
    new.search_words := batch.words_of(concat_ws(' ',
        (select substr(entry, 8) from unnest(new.search_parameters) as entry where entry like 'reason=%'),
        regexp_replace(new.exit_message, E'\n\\s+at [^\n]*', '', 'g'),
        (
            select string_agg(left(cause ->> 'message', 2000), ' ')
            from batch.failure, jsonb_array_elements(causes) as cause
            where failure.job_execution_id = new.job_execution_id
        )));
    return new;
end
$$;

create trigger note_words_at_start before insert on batch.batch_job_execution
    for each row execute function batch.note_words();
create trigger note_words before update on batch.batch_job_execution
    for each row when (
        old.exit_message is distinct from new.exit_message or old.status is distinct from new.status
        or old.search_parameters <> new.search_parameters
    )
    execute function batch.note_words();

create function batch.note_parameter() returns trigger
language plpgsql as $$
begin
    update batch.batch_job_execution
    set search_parameters = search_parameters || batch.parameter_entry(new.parameter_name, new.parameter_value)
    where job_execution_id = new.job_execution_id;
    return null;
end
$$;

create trigger note_parameter after insert on batch.batch_job_execution_params
    for each row execute function batch.note_parameter();

-- a failure is kept only after the execution's end was stored
create function batch.note_failure() returns trigger
language plpgsql as $$
begin
    update batch.batch_job_execution
    set search_words = search_words || batch.words_of(
        (select string_agg(left(cause ->> 'message', 2000), ' ') from jsonb_array_elements(new.causes) as cause)
    )
    where job_execution_id = new.job_execution_id;
    return null;
end
$$;

create trigger note_failure after insert on batch.failure
    for each row execute function batch.note_failure();

-- executions that were there before
update batch.batch_job_execution as execution
set search_job = instance.job_name,
    search_parameters = array(
        select batch.parameter_entry(parameter_name, parameter_value)
        from batch.batch_job_execution_params as parameter
        where parameter.job_execution_id = execution.job_execution_id
    )
from batch.batch_job_instance as instance
where instance.job_instance_id = execution.job_instance_id;
update batch.batch_job_execution
set search_words = batch.words_of(concat_ws(' ',
    (select substr(entry, 8) from unnest(search_parameters) as entry where entry like 'reason=%'),
    regexp_replace(exit_message, E'\n\\s+at [^\n]*', '', 'g')))
where exit_message <> '' or array_to_string(search_parameters, ' ') like '%reason=%';

create index batch_job_execution_newest on batch.batch_job_execution (create_time, job_execution_id);
create index batch_job_execution_job on batch.batch_job_execution (search_job, create_time, job_execution_id);
create index batch_job_execution_job_status
    on batch.batch_job_execution (search_job, status, create_time, job_execution_id);
create index batch_job_execution_status_newest on batch.batch_job_execution (status, create_time, job_execution_id);
drop index batch.batch_job_execution_status;
create index batch_job_execution_parameters on batch.batch_job_execution using gin (search_parameters);
create index batch_job_execution_words on batch.batch_job_execution using gin (search_words);
-- the few that have words, newest first: so far a search goes whose words many have
create index batch_job_execution_words_newest on batch.batch_job_execution (create_time, job_execution_id)
    where search_words <> '';
create index batch_job_execution_words_job on batch.batch_job_execution (search_job, create_time, job_execution_id)
    where search_words <> '';
