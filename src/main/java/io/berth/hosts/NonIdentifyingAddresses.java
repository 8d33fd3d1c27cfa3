package io.berth.hosts;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Set;

/**
 * Addresses that many hosts have at the same time, and that therefore do not identify a host: two
 * hosts that share one can be different machines.
 */
final class NonIdentifyingAddresses {
  /** The address of the container bridge on every Docker host, and the IPv4 broadcast address. */
  private static final Set<String> FIXED = Set.of("172.17.0.1", "255.255.255.255");

  private static final String NO_MAC = "00:00:00:00:00:00";
  private static final int GROUP_BIT = 1;

  private NonIdentifyingAddresses() {}

  /**
   * Whether many hosts have the canonical address: loopback, link-local, unspecified, multicast or
   * broadcast, or the container bridge; also as an IPv4-mapped IPv6 address.
   */
  static boolean hasIp(String address) {
    IPAddress one = unmapped(new IPAddressString(address).getAddress());
    return one.isLoopback()
        || one.isLinkLocal()
        || one.isZero()
        || one.isMulticast()
        || FIXED.contains(one.toCanonicalString());
  }

  private static IPAddress unmapped(IPAddress address) {
    return address instanceof IPv6Address six && six.isIPv4Mapped()
        ? six.getEmbeddedIPv4Address()
        : address;
  }

  /**
   * Whether many hosts have the canonical address: that of a loopback interface, or a group
   * address.
   */
  static boolean hasMac(String address) {
    return address.equals(NO_MAC)
        || (Integer.parseInt(address.substring(0, 2), 16) & GROUP_BIT) != 0;
  }
}
