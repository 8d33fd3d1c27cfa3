-- Locks of addresses: a transaction that gives a host an IP or MAC address which no other host of the
-- network may have writes the row of the address, by its hash. Rows are never added or deleted.
create table if not exists address_lock (
  id       int    not null,
  revision bigint not null,
  constraint address_lock_pk primary key (id)
);
insert into address_lock (id, revision)
select a.n + 16 * b.n + 256 * c.n + 4096 * d.n, 0
from (select 0 n union all select 1 union all select 2 union all select 3 union all select 4 union all select 5
  union all select 6 union all select 7 union all select 8 union all select 9 union all select 10
  union all select 11 union all select 12 union all select 13 union all select 14 union all select 15) a
cross join (select 0 n union all select 1 union all select 2 union all select 3 union all select 4 union all select 5
  union all select 6 union all select 7 union all select 8 union all select 9 union all select 10
  union all select 11 union all select 12 union all select 13 union all select 14 union all select 15) b
cross join (select 0 n union all select 1 union all select 2 union all select 3 union all select 4 union all select 5
  union all select 6 union all select 7 union all select 8 union all select 9 union all select 10
  union all select 11 union all select 12 union all select 13 union all select 14 union all select 15) c
cross join (select 0 n union all select 1 union all select 2 union all select 3) d
where not exists (select 1 from address_lock);
