package io.berth.hosts;

import io.berth.database.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.UUID;

/** A port of a host, on which services can listen. A host has each number and protocol once. */
@Entity
@Table(name = "port")
public class Port extends Stored {
  @Column(name = "network_id")
  private UUID networkId;

  @Column(name = "host_id")
  private UUID hostId;

  private int number;

  @Enumerated(EnumType.STRING)
  private Protocol protocol;

  /** For JPA. */
  protected Port() {}

  Port(NewPort wanted) {
    super(newId());
    take(wanted);
  }

  /** A port as the host's list has it. */
  Port(UUID id, NewPort wanted) {
    super(id);
    take(wanted);
  }

  /** A port that takes the place of one that was made before. */
  Port(Port replaced, NewPort wanted) {
    super(replaced.id(), replaced.createdAt());
    take(wanted);
  }

  /** Whether the other says the same. */
  boolean isAs(Port other) {
    return toString().equals(other.toString());
  }

  void moveTo(UUID otherHostId) {
    this.hostId = otherHostId;
    touch();
  }

  void become(NewPort wanted) {
    take(wanted);
    touch();
  }

  private void take(NewPort wanted) {
    this.networkId = wanted.networkId();
    this.hostId = wanted.hostId();
    this.number = wanted.number();
    this.protocol = wanted.protocol();
  }

  /** The network of its host. */
  public UUID networkId() {
    return networkId;
  }

  /** The host that it is a port of. */
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

  /** The name of number and protocol in the API. */
  public String type() {
    return PortTypes.nameOf(toString());
  }

  /** As in {@code 80/tcp}. */
  @Override
  public String toString() {
    return name(number, protocol);
  }

  static String name(int number, Protocol protocol) {
    return number + "/" + protocol.name().toLowerCase(Locale.ROOT);
  }
}
