package io.berth.hosts;

import java.util.Set;
import java.util.UUID;

/**
 * Locked hosts are about to be deleted, in the transaction that is under way. Features whose rows
 * have rows below them delete them now; the schema then deletes what is left on the hosts.
 */
public record HostsDeletion(Set<UUID> hostIds) {}
