-- What is wrong at present, how often it happened and how much of that was told.
create table etl.incidents (
    subject      text not null,
    fingerprint  text not null,
    headline     text not null,
    since        timestamptz not null,
    -- how often
    happened     bigint not null,
    told         bigint not null,
    told_at      timestamptz not null,
    primary key (subject, fingerprint)
);
comment on column etl.incidents.subject is 'what works again as a whole: run/pipeline, threshold/lag';
comment on column etl.incidents.fingerprint is 'what makes two failures of it the same';
