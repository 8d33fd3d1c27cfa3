-- The revision of a row that other rows depend on: a transaction that changes what a rule of it
-- was checked on increments it. So two such transactions write one row, and of two nodes that write
-- to two primaries of a cluster only one can commit.
alter table network add column if not exists revision bigint default 0 not null;
alter table subnet add column if not exists revision bigint default 0 not null;
alter table host add column if not exists revision bigint default 0 not null;
