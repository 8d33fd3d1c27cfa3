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
 * A network interface of a host: an address in a subnet. A host has each address of a subnet at
 * most once, and its interfaces have the positions 0 to n-1.
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

  /** Required by JPA. */
  protected Interface() {}

  Interface(NewInterface wanted, int position) {
    super(newId());
    copyFrom(wanted, position);
  }

  Interface(UUID id, NewInterface wanted, int position) {
    super(id);
    copyFrom(wanted, position);
  }

  /** Replaces a deleted row: keeps its id and its creation time. */
  Interface(Interface replaced, NewInterface wanted, int position) {
    super(replaced.id(), replaced.createdAt());
    copyFrom(wanted, position);
  }

  boolean matches(Interface other) {
    return address().equals(other.address())
        && Objects.equals(macAddress, other.macAddress)
        && Objects.equals(name, other.name)
        && position == other.position;
  }

  /** The subnet and the address in it: unique among the interfaces of a host. */
  String address() {
    return subnetId + " " + ipAddress;
  }

  /** Whether many hosts have the IP address, so that it does not identify a host. */
  boolean isSharedAddress() {
    return NonIdentifyingAddresses.hasIp(ipAddress);
  }

  /** Whether many hosts have the MAC address, which must not be null. */
  boolean isSharedMacAddress() {
    return NonIdentifyingAddresses.hasMac(macAddress);
  }

  void moveTo(UUID otherHostId, int otherPosition) {
    this.hostId = otherHostId;
    this.position = otherPosition;
    touch();
  }

  /** Copies the name and the MAC address from a matching interface where this one has none. */
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

  /** The network of the host and of the subnet. */
  public UUID networkId() {
    return networkId;
  }

  /** The host. */
  public UUID hostId() {
    return hostId;
  }

  /** The subnet that contains the address. */
  public UUID subnetId() {
    return subnetId;
  }

  /** The IP address in canonical form. */
  public String ipAddress() {
    return ipAddress;
  }

  /** The EUI-48 address, such as {@code DE:AD:BE:EF:12:34}, or null. */
  public String macAddress() {
    return macAddress;
  }

  /** The name in the operating system, or null. */
  public String name() {
    return name;
  }

  /** The position among the interfaces of the host, from 0. */
  public int position() {
    return position;
  }
}
