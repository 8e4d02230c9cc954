-- The bot that answers in chats: which instance polls, and up to which message all is done.
create table etl.chat_bot (
    only_one      boolean primary key default true check (only_one),
    last_update   bigint not null default 0,
    poller        text not null default '',
    polls_until   timestamptz not null default '-infinity'
);
insert into etl.chat_bot default values;
