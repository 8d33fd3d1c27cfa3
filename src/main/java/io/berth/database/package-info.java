/**
 * What Berth asks of its database beyond the entities: the pool's data source, the schema at start,
 * columns for identities and times, pages, and the meaning of what the database refuses.
 *
 * <p><b>Locks.</b> Whoever adds something below a parent, or changes it, first locks the parent's
 * row ({@code select … for update}); whoever deletes a parent does too. Foreign keys alone don't
 * hold under concurrency on every database: H2 lets a row be inserted below a parent that another
 * transaction is deleting. Locks are taken in one order, so that they can't deadlock: networks,
 * subnets, hosts, tags; several of a kind by ascending id. No lock lives in the memory of a
 * process.
 *
 * <p>A use case that a constraint refuses ends by a commit, having written nothing: on H2 a
 * rollback after a wait for a row's lock can break the lock of the next. What is refused later
 * rolls back.
 */
package io.berth.database;
