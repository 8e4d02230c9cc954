-- Counts the holders of a layer, so that one that lost the lock without knowing it can write nothing more.
alter table etl.layer_locks add column fence bigint not null default 0;
