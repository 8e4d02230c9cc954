-- What people did with a dead letter; one without a row is open, and as it was received.
create table etl.dead_letter_states (
    -- origin of the letter
    source_id        bigint not null,
    kafka_partition  integer not null,
    kafka_offset     bigint not null,
    -- what became of it
    state            text not null check (state in ('open', 'sending', 'resent', 'discarded')),
    edited           bytea,
    changed_at       timestamptz not null,
    changed_by       text not null,
    -- the record that it was sent again as
    sent_source_id   bigint references etl.sources (source_id),
    sent_partition   integer,
    sent_offset      bigint,
    primary key (source_id, kafka_partition, kafka_offset),
    check ((state = 'resent') = (sent_offset is not null))
);
comment on column etl.dead_letter_states.state is 'sending: sent without Kafka''s answer, or about to be';
comment on column etl.dead_letter_states.edited is 'what is sent in place of what was received; null: that itself';
