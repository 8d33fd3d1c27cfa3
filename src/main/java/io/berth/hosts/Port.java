package io.berth.hosts;

import io.berth.persistence.ConstraintMeaning;
import io.berth.persistence.StoredEntity;
import io.berth.refusals.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.UUID;

/**
 * A port of a host, on which services can listen. A host has each number and protocol at most once.
 */
@ConstraintMeaning(
    constraint = "port_pk",
    reason = Reason.ID_TAKEN,
    message = ConstraintMeaning.ID_TAKEN)
@ConstraintMeaning(
    constraint = "port_number",
    reason = Reason.DUPLICATE_PORT,
    message = "The host already has a port with this number and protocol.")
@Entity
@Table(name = "port")
public class Port extends StoredEntity {
  @Column(name = "network_id")
  private UUID networkId;

  @Column(name = "host_id")
  private UUID hostId;

  private int number;

  @Enumerated(EnumType.STRING)
  private Protocol protocol;

  /** Required by JPA. */
  protected Port() {}

  Port(NewPort wanted) {
    super(newId());
    copyFrom(wanted);
  }

  Port(UUID id, NewPort wanted) {
    super(id);
    copyFrom(wanted);
  }

  /** Replaces a deleted row: keeps its id and its creation time. */
  Port(Port replaced, NewPort wanted) {
    super(replaced.id(), replaced.createdAt());
    copyFrom(wanted);
  }

  boolean matches(Port other) {
    return toString().equals(other.toString());
  }

  void moveTo(UUID otherHostId) {
    this.hostId = otherHostId;
    touch();
  }

  void apply(NewPort wanted) {
    copyFrom(wanted);
    touch();
  }

  private void copyFrom(NewPort wanted) {
    this.networkId = wanted.networkId();
    this.hostId = wanted.hostId();
    this.number = wanted.number();
    this.protocol = wanted.protocol();
  }

  /** The network of the host. */
  public UUID networkId() {
    return networkId;
  }

  /** The host. */
  public UUID hostId() {
    return hostId;
  }

  /** 1 to 65535. */
  public int number() {
    return number;
  }

  /** TCP or UDP. */
  public Protocol protocol() {
    return protocol;
  }

  /** The name of the number and protocol in the API, such as {@code Ssh}. */
  public String type() {
    return PortTypes.nameOf(toString());
  }

  /** The number and protocol, such as {@code 80/tcp}. */
  @Override
  public String toString() {
    return name(number, protocol);
  }

  static String name(int number, Protocol protocol) {
    return number + "/" + protocol.name().toLowerCase(Locale.ROOT);
  }
}
