package io.berth.inventory.subnets;

import io.berth.persistence.RevisedEntity;
import io.berth.persistence.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A block of addresses of a network. A network has each block once, but for its System subnets. */
@Entity
@Table(name = "subnet")
public class Subnet extends RevisedEntity {
  @Column(name = "network_id")
  private UUID networkId;

  private String cidr;

  /** The block where it must be unique; null for the System subnets, which share one. */
  @Column(name = "own_cidr")
  private String ownCidr;

  private String name;
  private String description;

  @Column(name = "subnet_type")
  @Enumerated(EnumType.STRING)
  private SubnetType subnetType;

  @Enumerated(EnumType.STRING)
  private Source source;

  /** For JPA. */
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

  /** One of the two subnets that stand for what is outside; every network has them. */
  static Subnet outside(UUID networkId, String name, SubnetType type) {
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

  /** Whether the address, in canonical form, stands in this block. */
  public boolean contains(String address) {
    return IpAddresses.contains(cidr, address);
  }

  /** The network that it is part of; never changes. */
  public UUID networkId() {
    return networkId;
  }

  /** The block in canonical form. */
  public String cidr() {
    return cidr;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** What it is, or null. */
  public String description() {
    return description;
  }

  /** What it is for. */
  public SubnetType subnetType() {
    return subnetType;
  }

  /** Who made it. */
  public Source source() {
    return source;
  }
}
