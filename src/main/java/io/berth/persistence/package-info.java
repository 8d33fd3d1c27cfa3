/**
 * The base of entities and lists: ids, times and their columns, pages and list queries.
 *
 * <p><b>Locks.</b> A transaction that adds, changes or deletes a row below a parent first locks the
 * parent's row ({@code select … for update}), and so does one that deletes a parent. Foreign keys
 * alone do not hold under concurrency on every database: H2 accepts a row below a parent that
 * another transaction is deleting. Locks are taken in one order, so that they can't deadlock:
 * networks, subnets, hosts, tags; several of a kind by ascending id. No lock lives in the memory of
 * a process.
 *
 * <p>A use case that a validation constraint refuses has written nothing, and commits: on H2 a
 * rollback after a wait for a row lock can break the lock of the next transaction. A later refusal
 * rolls back.
 */
package io.berth.persistence;
