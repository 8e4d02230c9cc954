-- Whether the run of a load has yet to derive what its chunks touched; another run takes that over.
alter table etl.loads add column unfinished boolean not null default false;
create index loads_unfinished on etl.loads (load_id) where unfinished;
