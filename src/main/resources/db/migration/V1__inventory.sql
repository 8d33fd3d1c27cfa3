-- The schema is the second wall: what SQL can say of the rules, it says here.
-- Every entity below a host carries its host's id and its network's id, and the composite foreign
-- keys make it impossible for anything to point across hosts or networks.
-- Identities are UUIDs in 16 bytes; times are microseconds since 1970-01-01T00:00:00Z, so that no
-- time zone of a server, a driver or a JVM can bend them. A text has room for twice
-- the characters that it may have: the embedded database counts one outside the basic plane as two.
-- MySQL lets no check name a column by which a foreign key deletes rows, but lets it name a generated
-- one: so those columns are looked at by a generated column, and that is checked.
-- MySQL commits each statement of a schema by itself. So each can be run again after a crash, and an
-- index is part of its table: as a constraint that the id at its end makes true by itself.

create table if not exists organization (
  id         binary(16)   not null,
  name       varchar(200) not null,
  created_at bigint       not null,
  updated_at bigint       not null,
  constraint organization_pk primary key (id)
);

create table if not exists user_account (
  id              binary(16)   not null,
  organization_id binary(16)   not null,
  email           varchar(254) not null,
  level           varchar(10)  not null,
  created_at      bigint       not null,
  updated_at      bigint       not null,
  constraint user_account_pk primary key (id),
  constraint user_account_email unique (email),
  constraint user_account_level check (level in ('OWNER', 'ADMIN', 'MEMBER', 'VIEWER')),
  constraint user_account_organization foreign key (organization_id) references organization (id) on delete cascade
);

create table if not exists network (
  id              binary(16)   not null,
  organization_id binary(16)   not null,
  name            varchar(200) not null,
  created_at      bigint       not null,
  updated_at      bigint       not null,
  constraint network_pk primary key (id),
  constraint network_page unique (organization_id, created_at, id),
  constraint network_organization foreign key (organization_id) references organization (id) on delete cascade
);

create table if not exists api_key (
  id         binary(16)   not null,
  user_id    binary(16)   not null,
  name       varchar(200) not null,
  hash       binary(32)   not null,
  level      varchar(10)  not null,
  expires_at bigint,
  enabled    boolean      not null,
  -- Whether networks were named: a scoped key whose networks are all gone reaches none, not all.
  scoped     boolean      not null,
  last_used  bigint,
  created_at bigint       not null,
  updated_at bigint       not null,
  constraint api_key_pk primary key (id),
  constraint api_key_page unique (user_id, created_at, id),
  constraint api_key_hash unique (hash),
  constraint api_key_level check (level in ('OWNER', 'ADMIN', 'MEMBER', 'VIEWER')),
  constraint api_key_user foreign key (user_id) references user_account (id) on delete cascade
);

create table if not exists api_key_network (
  api_key_id binary(16) not null,
  network_id binary(16) not null,
  constraint api_key_network_pk primary key (api_key_id, network_id),
  constraint api_key_network_key foreign key (api_key_id) references api_key (id) on delete cascade,
  constraint api_key_network_network foreign key (network_id) references network (id) on delete cascade
);

create table if not exists subnet (
  id          binary(16)   not null,
  network_id  binary(16)   not null,
  cidr        varchar(49)  not null,
  own_cidr    varchar(49),
  name        varchar(200) not null,
  description varchar(1000),
  subnet_type varchar(20)  not null,
  source      varchar(10)  not null,
  created_at  bigint       not null,
  updated_at  bigint       not null,
  constraint subnet_pk primary key (id),
  constraint subnet_page unique (network_id, created_at, id),
  constraint subnet_in_network unique (id, network_id),
  -- The two System subnets of a network share 0.0.0.0/0; they leave own_cidr null.
  constraint subnet_cidr unique (network_id, own_cidr),
  constraint subnet_own_cidr check (own_cidr is null or own_cidr = cidr),
  constraint subnet_network foreign key (network_id) references network (id) on delete cascade
);

create table if not exists host (
  id                        binary(16)   not null,
  network_id                binary(16)   not null,
  name                      varchar(200) not null,
  hostname                  varchar(506),
  description               varchar(1000),
  hidden                    boolean      not null,
  source                    varchar(10)  not null,
  virtualization_service_id binary(16),
  virtualization_name       varchar(200),
  virtualization_ref        varchar(200),
  created_at                bigint       not null,
  updated_at                bigint       not null,
  constraint host_pk primary key (id),
  constraint host_page unique (network_id, created_at, id),
  constraint host_in_network unique (id, network_id),
  constraint host_network foreign key (network_id) references network (id) on delete cascade
);

create table if not exists interface (
  id          binary(16)   not null,
  network_id  binary(16)   not null,
  host_id     binary(16)   not null,
  subnet_id   binary(16)   not null,
  ip_address  varchar(45)  not null,
  mac_address varchar(17),
  name        varchar(200),
  position    int          not null,
  created_at  bigint       not null,
  updated_at  bigint       not null,
  constraint interface_pk primary key (id),
  constraint interface_page unique (network_id, created_at, id),
  constraint interface_with_address unique (network_id, ip_address, id),
  constraint interface_with_mac unique (network_id, mac_address, id),
  constraint interface_on_host unique (id, host_id),
  constraint interface_address unique (host_id, subnet_id, ip_address),
  constraint interface_position check (position >= 0),
  constraint interface_host foreign key (host_id, network_id) references host (id, network_id) on delete cascade,
  constraint interface_subnet foreign key (subnet_id, network_id) references subnet (id, network_id) on delete cascade
);

create table if not exists port (
  id         binary(16) not null,
  network_id binary(16) not null,
  host_id    binary(16) not null,
  number     int        not null,
  protocol   varchar(3) not null,
  created_at bigint     not null,
  updated_at bigint     not null,
  constraint port_pk primary key (id),
  constraint port_page unique (network_id, created_at, id),
  constraint port_on_host unique (id, host_id),
  constraint port_number unique (host_id, number, protocol),
  constraint port_number_range check (number between 1 and 65535),
  constraint port_protocol check (protocol in ('TCP', 'UDP')),
  constraint port_host foreign key (host_id, network_id) references host (id, network_id) on delete cascade
);

create table if not exists service (
  id                        binary(16)   not null,
  network_id                binary(16)   not null,
  host_id                   binary(16)   not null,
  service_definition        varchar(200) not null,
  name                      varchar(200) not null,
  source                    varchar(10)  not null,
  position                  int          not null,
  virtualization_service_id binary(16),
  virtualization_name       varchar(200),
  virtualization_ref        varchar(200),
  created_at                bigint       not null,
  updated_at                bigint       not null,
  constraint service_pk primary key (id),
  constraint service_position_on_host unique (host_id, position, id),
  constraint service_page unique (network_id, created_at, id),
  constraint service_on_host unique (id, host_id),
  constraint service_position check (position >= 0),
  constraint service_host foreign key (host_id, network_id) references host (id, network_id) on delete cascade
);

create table if not exists binding (
  id               binary(16) not null,
  service_id       binary(16) not null,
  host_id          binary(16) not null,
  network_id       binary(16) not null,
  port_id          binary(16),
  interface_id     binary(16),
  -- The interface, or sixteen zero bytes for all of them: a null would escape the unique keys.
  interface_or_all binary(16) not null,
  -- The port, or sixteen zero bytes for an Interface binding.
  port_or_none     binary(16) not null,
  created_at       bigint     not null,
  updated_at       bigint     not null,
  has_target       boolean generated always as (port_id is not null or interface_id is not null),
  tells_interface  boolean generated always as (
    interface_or_all = coalesce(interface_id, X'00000000000000000000000000000000')),
  tells_port       boolean generated always as (
    port_or_none = coalesce(port_id, X'00000000000000000000000000000000')),
  constraint binding_pk primary key (id),
  constraint binding_page unique (network_id, created_at, id),
  -- Rule 5, as far as SQL can say it: one port on one interface (or on all) belongs to one service.
  constraint binding_claim unique (port_id, interface_or_all),
  -- Rule 2: no service has the same binding twice.
  constraint binding_once unique (service_id, port_or_none, interface_or_all),
  constraint binding_target check (has_target = true),
  constraint binding_interface_or_all check (tells_interface = true),
  constraint binding_port_or_none check (tells_port = true),
  -- Rule 4: service, port and interface stand on one host.
  constraint binding_service foreign key (service_id, host_id) references service (id, host_id) on delete cascade,
  constraint binding_port foreign key (port_id, host_id) references port (id, host_id) on delete cascade,
  constraint binding_interface foreign key (interface_id, host_id) references interface (id, host_id) on delete cascade,
  constraint binding_network foreign key (host_id, network_id) references host (id, network_id) on delete cascade
);

create table if not exists tag (
  id              binary(16)   not null,
  organization_id binary(16)   not null,
  name            varchar(200) not null,
  description     varchar(1000),
  color           varchar(10)  not null,
  created_at      bigint       not null,
  updated_at      bigint       not null,
  constraint tag_pk primary key (id),
  constraint tag_name unique (organization_id, name),
  constraint tag_organization foreign key (organization_id) references organization (id) on delete cascade
);

create table if not exists tag_assignment (
  id         binary(16) not null,
  tag_id     binary(16) not null,
  network_id binary(16),
  subnet_id  binary(16),
  host_id    binary(16),
  service_id binary(16),
  api_key_id binary(16),
  entities   int generated always as (
    case when network_id is null then 0 else 1 end + case when subnet_id is null then 0 else 1 end
    + case when host_id is null then 0 else 1 end + case when service_id is null then 0 else 1 end
    + case when api_key_id is null then 0 else 1 end),
  constraint tag_assignment_pk primary key (id),
  constraint tag_assignment_network_once unique (network_id, tag_id),
  constraint tag_assignment_subnet_once unique (subnet_id, tag_id),
  constraint tag_assignment_host_once unique (host_id, tag_id),
  constraint tag_assignment_service_once unique (service_id, tag_id),
  constraint tag_assignment_api_key_once unique (api_key_id, tag_id),
  constraint tag_assignment_entity check (entities = 1),
  constraint tag_assignment_tag foreign key (tag_id) references tag (id) on delete cascade,
  constraint tag_assignment_network foreign key (network_id) references network (id) on delete cascade,
  constraint tag_assignment_subnet foreign key (subnet_id) references subnet (id) on delete cascade,
  constraint tag_assignment_host foreign key (host_id) references host (id) on delete cascade,
  constraint tag_assignment_service foreign key (service_id) references service (id) on delete cascade,
  constraint tag_assignment_api_key foreign key (api_key_id) references api_key (id) on delete cascade
);

-- One row: whoever holds its lock decides whether the first organization is still to be made.
create table if not exists installation (
  id         int    not null,
  founded_at bigint,
  constraint installation_pk primary key (id)
);
insert into installation (id, founded_at)
select 1, null from dual where not exists (select id from installation);
