-- ClickHouse's accounts: the pipeline, which owns facts and marts, and the analyst, who may only read the marts.
-- Run by an administrator with access management; it can be run again, and then also changes passwords.
-- Parameters: pipeline_password, analyst_password. See create-users.sh beside.
create user if not exists cartpulse identified with sha256_password by {pipeline_password:String};
alter user cartpulse identified with sha256_password by {pipeline_password:String};

-- its migrations make databases and tables, its runs exchange them
grant select, insert, alter, create database, create table, create view, drop database, drop table, drop view,
    truncate, optimize, show on data_mart.* to cartpulse;
grant select, insert, alter, create database, create table, create view, drop database, drop table, drop view,
    truncate, optimize, show on warehouse.* to cartpulse;
grant select, insert, alter, create database, create table, create view, drop database, drop table, drop view,
    truncate, optimize, show on aside.* to cartpulse;
grant show on *.* to cartpulse;
grant select on system.* to cartpulse;
grant table engine on MergeTree, table engine on ReplacingMergeTree to cartpulse;

-- 2 and not 1: drivers set harmless things such as a time zone; the limits cannot be raised
create settings profile if not exists analyst settings readonly = 2, max_execution_time = 60 max 60,
    max_memory_usage = 2000000000 max 2000000000;
create user if not exists analyst identified with sha256_password by {analyst_password:String}
    settings profile 'analyst';
alter user analyst identified with sha256_password by {analyst_password:String};

-- tables of other databases, files and remote servers are not granted
grant select, show on data_mart.* to analyst;
