package io.berth.inventory.subnets;

import io.berth.persistence.ConstraintMeaning;
import io.berth.persistence.RevisedEntity;
import io.berth.persistence.Source;
import io.berth.refusals.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A CIDR block of a network. A block is unique in its network, except for the System subnets. */
@ConstraintMeaning(
    constraint = "subnet_cidr",
    reason = Reason.NAME_TAKEN,
    message = "The network already has a subnet with this CIDR block.")
@Entity
@Table(name = "subnet")
public class Subnet extends RevisedEntity {
  @Column(name = "network_id")
  private UUID networkId;

  private String cidr;

  /** The block in the unique index; null for the System subnets, which share one block. */
  @Column(name = "own_cidr")
  private String ownCidr;

  private String name;
  private String description;

  @Column(name = "subnet_type")
  @Enumerated(EnumType.STRING)
  private SubnetType subnetType;

  @Enumerated(EnumType.STRING)
  private Source source;

  /** Required by JPA. */
  protected Subnet() {}

  Subnet(NewSubnet wanted) {
    super(newId());
    this.networkId = wanted.networkId();
    this.source = Source.MANUAL;
    copyFrom(wanted);
  }

  private Subnet(UUID networkId, String name, SubnetType type) {
    super(newId());
    this.networkId = networkId;
    this.cidr = "0.0.0.0/0";
    this.name = name;
    this.subnetType = type;
    this.source = Source.SYSTEM;
  }

  /**
   * Creates one of the two System subnets, which represent addresses outside the network. Every
   * network has both.
   */
  static Subnet createSystemSubnet(UUID networkId, String name, SubnetType type) {
    return new Subnet(networkId, name, type);
  }

  void apply(NewSubnet wanted) {
    copyFrom(wanted);
    touch();
  }

  private void copyFrom(NewSubnet wanted) {
    this.cidr = IpAddresses.findBlock(wanted.cidr()).orElseThrow();
    this.ownCidr = source == Source.SYSTEM ? null : cidr;
    this.name = wanted.name();
    this.description = wanted.description();
    this.subnetType = wanted.subnetType();
  }

  /** Whether the address, in canonical form, is in this block. */
  public boolean contains(String address) {
    return IpAddresses.contains(cidr, address);
  }

  /** The network; never changes. */
  public UUID networkId() {
    return networkId;
  }

  /** The block in canonical form. */
  public String cidr() {
    return cidr;
  }

  public String name() {
    return name;
  }

  /** The description, or null. */
  public String description() {
    return description;
  }

  public SubnetType subnetType() {
    return subnetType;
  }

  /** Whether a client or Berth itself created the subnet. */
  public Source source() {
    return source;
  }
}
