package io.berth.hosts;

import io.berth.inventory.subnets.IpAddresses;
import io.berth.persistence.ConstraintMeaning;
import io.berth.persistence.StoredEntity;
import io.berth.refusals.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * A network interface of a host: an address in a subnet. A host has each address of a subnet once,
 * and its interfaces have the positions 0 to n-1.
 */
@ConstraintMeaning(
    constraint = "interface_pk",
    reason = Reason.ID_TAKEN,
    message = ConstraintMeaning.ID_TAKEN)
@ConstraintMeaning(
    constraint = "interface_address",
    reason = Reason.DUPLICATE_INTERFACE,
    message = "The host already has an interface with this address in the subnet.")
@Entity
@Table(name = "interface")
public class Interface extends StoredEntity {
  @Column(name = "network_id")
  private UUID networkId;

  @Column(name = "host_id")
  private UUID hostId;

  @Column(name = "subnet_id")
  private UUID subnetId;

  @Column(name = "ip_address")
  private String ipAddress;

  @Column(name = "mac_address")
  private String macAddress;

  private String name;
  private int position;

  /** For JPA. */
  protected Interface() {}

  Interface(NewInterface wanted, int position) {
    super(newId());
    copyFrom(wanted, position);
  }

  /** An interface as the host's list has it. */
  Interface(UUID id, NewInterface wanted, int position) {
    super(id);
    copyFrom(wanted, position);
  }

  /** An interface that takes the place of one that was made before. */
  Interface(Interface replaced, NewInterface wanted, int position) {
    super(replaced.id(), replaced.createdAt());
    copyFrom(wanted, position);
  }

  /** Whether the other says the same. */
  boolean matches(Interface other) {
    return address().equals(other.address())
        && Objects.equals(macAddress, other.macAddress)
        && Objects.equals(name, other.name)
        && position == other.position;
  }

  /** Its subnet and its address there: what no two interfaces of a host share. */
  String address() {
    return subnetId + " " + ipAddress;
  }

  /** Whether its address is one that any number of hosts have. */
  boolean isSharedAddress() {
    return NonIdentifyingAddresses.hasIp(ipAddress);
  }

  /** Whether its MAC address is one that any number of hosts have; it must have one. */
  boolean isSharedMacAddress() {
    return NonIdentifyingAddresses.hasMac(macAddress);
  }

  void moveTo(UUID otherHostId, int otherPosition) {
    this.hostId = otherHostId;
    this.position = otherPosition;
    touch();
  }

  /** Learns from another that turned out to be the same what is not known of this one. */
  void mergeFrom(Interface same) {
    if (macAddress == null && same.macAddress != null) {
      macAddress = same.macAddress;
      touch();
    }
    if (name == null && same.name != null) {
      name = same.name;
      touch();
    }
  }

  void apply(NewInterface wanted, int position) {
    copyFrom(wanted, position);
    touch();
  }

  private void copyFrom(NewInterface wanted, int position) {
    this.networkId = wanted.networkId();
    this.hostId = wanted.hostId();
    this.subnetId = wanted.subnetId();
    this.ipAddress = IpAddresses.findAddress(wanted.ipAddress()).orElseThrow();
    this.macAddress = canonical(wanted.macAddress());
    this.name = wanted.name();
    this.position = position;
  }

  private static String canonical(String macAddress) {
    return macAddress == null ? null : macAddress.replace('-', ':').toUpperCase(Locale.ROOT);
  }

  /** The network of its host and of its subnet. */
  public UUID networkId() {
    return networkId;
  }

  /** The host that it is an interface of. */
  public UUID hostId() {
    return hostId;
  }

  /** The subnet that its address stands in. */
  public UUID subnetId() {
    return subnetId;
  }

  /** Its address in canonical form. */
  public String ipAddress() {
    return ipAddress;
  }

  /** Its EUI-48 address as in {@code DE:AD:BE:EF:12:34}, or null. */
  public String macAddress() {
    return macAddress;
  }

  /** What the operating system calls it, or null. */
  public String name() {
    return name;
  }

  /** Its place among the host's interfaces, from 0. */
  public int position() {
    return position;
  }
}
