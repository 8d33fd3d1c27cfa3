package io.berth.hosts;

import java.util.Set;
import java.util.UUID;

/**
 * Event: hosts, which are locked, are about to be deleted in the current transaction. Observers
 * delete those of their rows that have child rows; the schema then deletes the other rows of the
 * hosts.
 */
public record HostsDeletion(Set<UUID> hostIds) {}
